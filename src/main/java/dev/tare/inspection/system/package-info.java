/**
 * Facts from files of the operating system: os-release, users and groups, home folders, interpreters of scripts. It
 * may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code filetree}, {@code image}, {@code
 * limits} and {@code secret.redaction}.
 */
@NullMarked
package dev.tare.inspection.system;

import org.jspecify.annotations.NullMarked;

/**
 * Facts from files of the operating system: os-release, users and groups, home folders, interpreters of scripts. It may
 * use {@code content}, {@code filetree}, {@code image} and below.
 */
@NullMarked
package dev.tare.inspection.system;

import org.jspecify.annotations.NullMarked;

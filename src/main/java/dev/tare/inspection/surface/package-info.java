/**
 * The attack surface of an image, and the files that a program may need: shells, tools, setuid files, certificates,
 * time zones, locales. It may use {@code archive.tar}, {@code content}, {@code ecosystem} and {@code filetree}.
 */
@NullMarked
package dev.tare.inspection.surface;

import org.jspecify.annotations.NullMarked;

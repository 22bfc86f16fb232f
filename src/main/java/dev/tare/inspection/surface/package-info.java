/**
 * The attack surface of an image, and the files that a program may need: shells, tools, setuid files, certificates,
 * time zones, locales. It may use {@code filetree}, {@code ecosystem} and {@code content}.
 */
@NullMarked
package dev.tare.inspection.surface;

import org.jspecify.annotations.NullMarked;

/**
 * Inspects an image in one pass over its layers: sizes, merged file tree, waste, software, system, surface and secrets.
 * The result is immutable. It may use {@code source}, {@code filetree}, {@code ecosystem}, {@code secret} and below.
 */
@NullMarked
package dev.tare.inspection;

import org.jspecify.annotations.NullMarked;

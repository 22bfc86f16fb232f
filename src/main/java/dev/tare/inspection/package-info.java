/**
 * Inspects an image in one pass over its layers: sizes, merged file tree, waste, software, system, surface and
 * secrets. The result is immutable. It may use {@code source}, {@code filetree}, {@code ecosystem} and {@code
 * secret} with their sub-packages, its own sub-packages, and the packages below all these.
 */
@NullMarked
package dev.tare.inspection;

import org.jspecify.annotations.NullMarked;

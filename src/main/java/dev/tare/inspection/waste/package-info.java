/**
 * Bytes that an image stores without need: duplicates, and the efficiency as dive defines it. It may use {@code
 * content}, {@code filetree}, {@code filetree.layer}, {@code image} and {@code limits}.
 */
@NullMarked
package dev.tare.inspection.waste;

import org.jspecify.annotations.NullMarked;

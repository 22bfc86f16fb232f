/**
 * Reads the images that the arguments of a command line name, with their platforms, limits and base images. It may use
 * {@code command.terminal}, and not the commands.
 */
@NullMarked
package dev.tare.command.image;

import org.jspecify.annotations.NullMarked;

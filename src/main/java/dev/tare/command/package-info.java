/**
 * The commands {@code tare compare}, {@code tare inspect} and the others, and the options that several share. It may use
 * every package except {@code catalog} and {@code web}, and loads no Spring class.
 */
@NullMarked
package dev.tare.command;

import org.jspecify.annotations.NullMarked;

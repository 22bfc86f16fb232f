/**
 * The files and the options for a report that a command writes. It may use {@code command.terminal}, and not the
 * commands.
 */
@NullMarked
package dev.tare.command.output;

import org.jspecify.annotations.NullMarked;

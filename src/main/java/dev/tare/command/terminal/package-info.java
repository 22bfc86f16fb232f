/**
 * The messages of errors, the progress and the colors that a command shows on its terminal. It uses no other package of
 * the command line.
 */
@NullMarked
package dev.tare.command.terminal;

import org.jspecify.annotations.NullMarked;

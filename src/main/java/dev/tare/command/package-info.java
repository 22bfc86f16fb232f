/**
 * The command line: {@code tare compare}, {@code tare inspect} and what surrounds them. It may use everything but the
 * web, and loads no Spring class.
 */
@NullMarked
package dev.tare.command;

import org.jspecify.annotations.NullMarked;

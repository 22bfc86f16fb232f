/**
 * Reads an image of a container engine as a source: the stream that {@code docker save} would write to a file. It may
 * use {@code engine}, {@code image}, {@code limits}, {@code registry}, {@code source}, {@code source.archive} and {@code
 * source.format}.
 */
@NullMarked
package dev.tare.source.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The list of the kinds of source, one line each, for callers with an image that a person gave as text. The list
 * depends on all kinds, so it has its own package. It may use {@code engine}, {@code image}, {@code registry}, {@code
 * source}, {@code source.archive}, {@code source.engine} and {@code source.registry}.
 */
@NullMarked
package dev.tare.source.open;

import org.jspecify.annotations.NullMarked;

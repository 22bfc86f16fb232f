/**
 * The list of the kinds of source, one line each, for callers with an image that a person gave as text. The list
 * stands above all kinds, so it has a package of its own. It may use {@code source} and {@code source.archive}.
 */
@NullMarked
package dev.tare.source.open;

import org.jspecify.annotations.NullMarked;

/**
 * Reads an image once and says what it holds: layers, merged file tree, waste, packages, Java and surface. Collectors
 * are fed by the one pass over each layer; the result is immutable. It may use {@code image}, {@code archive} and the
 * interface of {@code source}.
 */
@NullMarked
package dev.tare.inspection;

import org.jspecify.annotations.NullMarked;

/**
 * Opens images wherever they are kept, and streams each layer once to a reader while it checks digests and sizes. What
 * a source looks like inside is hidden in a sub-package or package-private. It may use {@code image} and
 * {@code archive}.
 */
@NullMarked
package dev.tare.source;

import org.jspecify.annotations.NullMarked;

/**
 * Opens images from files, folders, streams and registries, and streams each layer once to a reader while it verifies
 * digests and sizes. The formats are in a sub-package. It may use {@code archive}, {@code image}, {@code
 * limits}, {@code referrer} and {@code source.format}.
 */
@NullMarked
package dev.tare.source;

import org.jspecify.annotations.NullMarked;

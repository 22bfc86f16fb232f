/**
 * The formats of stored images: docker archive, OCI image layout and older archives. Plans which blobs are the
 * layers of an image, and verifies digests and sizes. It reads documents, never layers. It may use {@code archive},
 * {@code image}, {@code limits} and {@code referrer}.
 */
@NullMarked
package dev.tare.source.format;

import org.jspecify.annotations.NullMarked;

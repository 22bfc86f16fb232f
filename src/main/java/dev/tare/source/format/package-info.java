/**
 * The forms in which an image is stored: docker archive, OCI image layout and older archives. Plans which blobs are
 * its layers, and verifies digests and sizes. Reads documents, never layers.
 */
@NullMarked
package dev.tare.source.format;

import org.jspecify.annotations.NullMarked;

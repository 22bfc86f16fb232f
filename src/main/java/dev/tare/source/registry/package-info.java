/**
 * Reads an image in a registry as a source. The manifests and blobs of its repository look like the files of an OCI image
 * layout, so the rest is the same as for archives. It may use {@code image}, {@code limits}, {@code referrer},
 * {@code registry}, {@code source} and {@code source.format}.
 */
@NullMarked
package dev.tare.source.registry;

import org.jspecify.annotations.NullMarked;

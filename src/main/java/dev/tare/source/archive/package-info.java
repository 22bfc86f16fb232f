/**
 * Reads images from a docker archive or an OCI image layout: a file, a folder or a stream. It may use {@code
 * archive}, {@code archive.tar}, {@code image}, {@code limits}, {@code source} and {@code source.format}.
 */
@NullMarked
package dev.tare.source.archive;

import org.jspecify.annotations.NullMarked;

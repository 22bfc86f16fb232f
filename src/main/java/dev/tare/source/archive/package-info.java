/**
 * Reads images from a docker archive or an OCI image layout: a file, a folder or a stream. It may use {@code source},
 * {@code source.format}, {@code archive} and the packages below them.
 */
@NullMarked
package dev.tare.source.archive;

import org.jspecify.annotations.NullMarked;

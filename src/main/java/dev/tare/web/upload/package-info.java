/**
 * Uploads: parses a multipart body as a stream, and inspects each archive in it. It may use {@code catalog},
 * {@code comparison}, {@code inspection}, {@code policy}, {@code web.connection} and {@code web.request}, and for
 * errors {@code error}, {@code image}, {@code limits} and {@code source.format}.
 */
@NullMarked
package dev.tare.web.upload;

import org.jspecify.annotations.NullMarked;

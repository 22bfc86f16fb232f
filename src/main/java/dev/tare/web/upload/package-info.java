/**
 * Uploads: parses a multipart body as a stream, and inspects each archive in it. It may use {@code catalog},
 * {@code comparison}, {@code policy} and {@code web.request}.
 */
@NullMarked
package dev.tare.web.upload;

import org.jspecify.annotations.NullMarked;

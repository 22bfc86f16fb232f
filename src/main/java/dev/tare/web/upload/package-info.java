/**
 * Uploads: takes a multipart body apart as it streams in, and inspects each archive on the way. It may use
 * {@code catalog}, {@code comparison}, {@code policy} and {@code web.request}.
 */
@NullMarked
package dev.tare.web.upload;

import org.jspecify.annotations.NullMarked;

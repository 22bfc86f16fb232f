/**
 * Comparisons of images by name: the request as JSON, and the progress and end of its job for the page and the API. It
 * may use {@code image}, {@code job}, {@code policy}, {@code source} and {@code source.open}, {@code web.connection} and
 * {@code web.request}.
 */
@NullMarked
package dev.tare.web.job;

import org.jspecify.annotations.NullMarked;

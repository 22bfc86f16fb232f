/**
 * Streams reports, charts and downloads as bodies of responses, in the format that the client accepts. It does not use
 * the pages and the API.
 */
@NullMarked
package dev.tare.web.format;

import org.jspecify.annotations.NullMarked;

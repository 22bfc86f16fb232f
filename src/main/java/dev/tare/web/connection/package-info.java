/**
 * Bounds on the connections of clients: their number, and the time to send a request and to receive the answer. Finds the
 * client of a request.
 */
@NullMarked
package dev.tare.web.connection;

import org.jspecify.annotations.NullMarked;

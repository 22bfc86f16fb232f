/**
 * Connections: who the client of a request is, and how long a client may take to send a request and to receive the
 * answer.
 */
@NullMarked
package dev.tare.web.connection;

import org.jspecify.annotations.NullMarked;

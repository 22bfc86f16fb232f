/**
 * Bounds on the connections of clients, below HTTP. It uses Tomcat only.
 */
@NullMarked
package dev.tare.web.connection;

import org.jspecify.annotations.NullMarked;

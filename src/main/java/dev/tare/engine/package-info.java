/**
 * A client that reads images from a container engine on this machine or on another host, through the Docker Engine API,
 * which Podman offers, too. It has bounds in memory and time for any answer, and writes nothing to disk. It may use
 * {@code image}, {@code limits}, {@code network}, {@code registry} and {@code tls}.
 */
@NullMarked
package dev.tare.engine;

import org.jspecify.annotations.NullMarked;

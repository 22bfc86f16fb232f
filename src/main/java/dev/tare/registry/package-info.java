/**
 * A client that reads manifests and blobs of one repository of a registry, and the names of images there. It has bounds
 * in memory and time for any server, and writes nothing to disk. It may use {@code image}, {@code limits},
 * {@code registry.login}, {@code registry.proxy} and {@code tls}.
 */
@NullMarked
package dev.tare.registry;

import org.jspecify.annotations.NullMarked;

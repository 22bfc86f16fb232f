/** Selects the HTTP proxy for an address, from the environment. It may use {@code image} and {@code
 * network}. */
@NullMarked
package dev.tare.registry.proxy;

import org.jspecify.annotations.NullMarked;

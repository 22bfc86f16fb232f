/**
 * The hosts and addresses to which Tare may connect. {@link dev.tare.network.NetworkPolicy} has the rules of an operator,
 * and {@link dev.tare.network.NetworkGuard} finds the addresses that they allow. {@link dev.tare.network.AddressLookup} bounds
 * the time of each lookup. The package knows nothing of registries. It may use {@code limits}.
 */
@NullMarked
package dev.tare.network;

import org.jspecify.annotations.NullMarked;

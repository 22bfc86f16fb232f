/**
 * The hosts and addresses to which Tare may connect. {@link dev.tare.network.NetworkPolicy} has the rules of an operator,
 * and {@link dev.tare.network.NetworkGuard} finds the addresses that they allow. The package knows nothing of registries, and
 * uses no other package.
 */
@NullMarked
package dev.tare.network;

import org.jspecify.annotations.NullMarked;

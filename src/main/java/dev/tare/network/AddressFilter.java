package dev.tare.network;

import java.net.InetAddress;
import java.net.spi.InetAddressResolver;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Decides to which addresses of a name a client may connect. */
interface AddressFilter {

    /**
     * The addresses to which the client may connect. The result may be empty.
     *
     * @param addresses none if the lookup failed
     */
    List<InetAddress> allowed(String name, List<InetAddress> addresses);

    /** Looks names up instead of the system, or {@code null}. */
    @Nullable
    InetAddressResolver lookups();
}

package dev.tare.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Keeps the addresses of names for as long as Java's own cache would. It has them before they are filtered. */
final class LookupCache implements InetAddressResolver {

    private static final int MAX_NAMES = 256;

    private static final long USUAL_SECONDS = 30;

    private final InetAddressResolver system;

    private final long nanos;

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    /** @param seconds how long to keep addresses; Java's 30 if it is no number, and for ever if it is negative */
    LookupCache(InetAddressResolver system, @Nullable String seconds) {
        this.system = system;
        this.nanos = TimeUnit.SECONDS.toNanos(seconds == null || !seconds.matches("-?[0-9]{1,9}") ? USUAL_SECONDS
                : seconds.startsWith("-") ? Integer.MAX_VALUE
                : Long.parseLong(seconds));
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        Key key = new Key(host, policy.characteristics());
        Entry known = this.entries.get(key);
        if (known == null || System.nanoTime() - known.time >= this.nanos) {
            known = new Entry(this.system.lookupByName(host, policy).toList(), System.nanoTime());
            if (this.entries.size() >= MAX_NAMES) {
                this.entries.clear();
            }
            this.entries.put(key, known);
        }
        return known.addresses.stream();
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return this.system.lookupByAddress(address);
    }

    private record Key(String host, int characteristics) {}

    private record Entry(List<InetAddress> addresses, long time) {}
}

package dev.tare.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Filters the addresses that {@code java.net.http} looks up for a guarded client, just before it connects. A name server
 * that changes its answer cannot get past it. Other lookups of this process stay as they are. Java finds this class by its
 * service file.
 */
public final class GuardedLookups extends InetAddressResolverProvider {

    private static final ScopedValue<AddressFilter> FILTER = ScopedValue.newInstance();

    private static final String TTL = "networkaddress.cache.ttl";

    private static final String NEGATIVE_TTL = "networkaddress.cache.negative.ttl";

    /** RFC 2606 reserves the name, so no name server has it. */
    private static final String PROBE = "tare-probe.invalid";

    /** Counts the lookups of the probe. */
    private static final ScopedValue<AtomicInteger> PROBED = ScopedValue.newInstance();

    /**
     * Switches Java's cache off, which has the addresses of all lookups together: one that is not filtered would answer a
     * guarded client, and the other way round. {@link LookupCache} takes its place. Java reads these properties later.
     */
    @Override
    public InetAddressResolver get(Configuration configuration) {
        LookupCache system = new LookupCache(configuration.builtinResolver(), Security.getProperty(TTL));
        Security.setProperty(TTL, "0");
        Security.setProperty(NEGATIVE_TTL, "0");
        return new Resolver(system);
    }

    @Override
    public String name() {
        return "guarded";
    }

    /**
     * Starts tasks of {@code java.net.http}. They have the filter of the thread that submits them. The JDK's own threads
     * have none; then the other filter counts.
     */
    static Executor executor(AddressFilter other) {
        return task -> {
            AddressFilter filter = FILTER.orElse(other);
            Thread.ofVirtual().start(() -> ScopedValue.where(FILTER, filter).run(task));
        };
    }

    /** Calls an operation whose lookups are filtered. */
    static <T> T call(AddressFilter filter, ScopedValue.CallableOp<T, IOException> operation) throws IOException {
        return ScopedValue.where(FILTER, filter).call(operation);
    }

    /** @throws IllegalStateException if lookups do not lead here each time, so that nothing would be filtered */
    static void requireInstalled() {
        AtomicInteger lookups = new AtomicInteger();
        ScopedValue.where(PROBED, lookups).run(() -> {
            for (int i = 0; i < 2; i++) {
                try {
                    InetAddress.getAllByName(PROBE);
                } catch (UnknownHostException ex) {
                    // Only the number of lookups matters.
                }
            }
        });
        if (lookups.get() != 2) {
            throw new IllegalStateException("Lookups of names cannot be filtered, so no registry is safe to ask. "
                    + GuardedLookups.class.getName() + " must be the resolver of this Java process.");
        }
    }

    private record Resolver(InetAddressResolver system) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (PROBED.isBound() && host.equals(PROBE)) {
                PROBED.get().incrementAndGet();
                return Stream.empty();
            }
            if (!FILTER.isBound()) {
                return this.system.lookupByName(host, policy);
            }
            AddressFilter filter = FILTER.get();
            return filter.allowed(host, find(Objects.requireNonNullElse(filter.lookups(), this.system), host, policy))
                    .stream();
        }

        /** An exception must not reach Java, which then connects to the loopback address if the name is localhost. */
        private static List<InetAddress> find(InetAddressResolver resolver, String host, LookupPolicy policy) {
            try {
                return resolver.lookupByName(host, policy).toList();
            } catch (UnknownHostException | RuntimeException ex) {
                return List.of();
            }
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return this.system.lookupByAddress(address);
        }
    }
}

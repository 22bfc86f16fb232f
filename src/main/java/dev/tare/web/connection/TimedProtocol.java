package dev.tare.web.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with a bound on the connections of each client ({@link SharedEndpoint}) and on the time that it takes. Tomcat
 * creates it by its name.
 */
public final class TimedProtocol extends Http11NioProtocol {

    private static final int LOOK_MILLIS = 100;

    /** Chunked bodies of usual clients have neither extensions nor trailers. */
    private static final int EXTENSION_BYTES = 64;

    private static final int TRAILER_BYTES = 1024;

    /** A response may pause longer than an idle connection. */
    private static final Duration WRITE_PAUSE = Duration.ofSeconds(20);

    private final SharedEndpoint endpoint;

    private @Nullable SlowConnections connections;

    private @Nullable ScheduledFuture<?> watch;

    /** Creates the protocol without bounds on times. */
    public TimedProtocol() {
        this(new SharedEndpoint(WRITE_PAUSE));
    }

    private TimedProtocol(SharedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Sets the bounds and the trusted proxies, before the start. */
    public void configure(ConnectionProperties properties, ClientAddress clients) {
        this.connections = new SlowConnections(properties, clients, getMaxThreads());
        this.endpoint.trust(clients);
        setMaxExtensionSize(EXTENSION_BYTES);
        setMaxTrailerSize(TRAILER_BYTES);
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout(Math.toIntExact(Math.min(properties.grace().toMillis(), Integer.MAX_VALUE)));
    }

    @Override
    public void start() throws Exception {
        super.start();
        this.watch = getUtilityExecutor().scheduleWithFixedDelay(connections()::look, LOOK_MILLIS, LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (this.watch != null) {
            this.watch.cancel(false);
        }
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, this.adapter, connections());
    }

    private SlowConnections connections() {
        return Objects.requireNonNull(this.connections, "configure() comes first");
    }
}

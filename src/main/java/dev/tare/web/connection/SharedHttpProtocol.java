package dev.tare.web.connection;

import java.time.Duration;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 with {@link SharedEndpoint}. Tomcat creates it by the name of its class.
 */
public final class SharedHttpProtocol extends Http11NioProtocol {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    /** Creates the protocol. An upload or a response may pause for 20 seconds, longer than an idle connection. */
    public SharedHttpProtocol() {
        super(new SharedEndpoint(PAUSE));
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout((int) PAUSE.toMillis());
    }

}

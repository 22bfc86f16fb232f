package dev.tare.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.tare.limits.Deadline;
import dev.tare.network.NetworkGuard;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.login.Credentials;
import dev.tare.registry.proxy.HttpProxy;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/** Sends single requests and turns statuses into errors. It follows no redirect and adds no credentials. */
final class Exchange {

    /** Bytes of an error or a token. */
    static final int MAX_SMALL_BODY = 1 << 16;

    /** More digits are more than a century. */
    private static final int MAX_SECONDS_DIGITS = 9;

    /** The status of a proxy that asks for credentials. Java adds no body if the proxy should tunnel TLS. */
    private static final int PROXY_LOGIN = 407;

    /** For a body that is not needed as a whole. */
    private static final Duration SMALL_BODY = Duration.ofSeconds(2);

    private final Connections connections;

    private final NetworkGuard guard;

    private final ImageReference image;

    private final Patience patience;

    /**
     * Each exchange has its own clients. The JDK leaves a connection open after some invalid answers, and only closing its
     * client closes it.
     */
    private final Map<TlsFiles, HttpClient> clients = new HashMap<>();

    /** By the root address of each server. Finding them means looking into folders. */
    private final Map<String, TlsFiles> certificates = new HashMap<>();

    private volatile boolean closed;

    private final Deadline deadline;

    private final Traffic traffic;

    private final @Nullable RegistryUser user =
            RegistryUser.CURRENT.isBound() ? RegistryUser.CURRENT.get() : null;

    private final Set<BodyStream> open = ConcurrentHashMap.newKeySet();

    Exchange(Connections connections, ImageReference image, Patience patience, Deadline deadline, Traffic traffic) {
        this.connections = connections;
        this.guard = connections.guard(image);
        this.image = image;
        this.patience = patience;
        this.deadline = deadline;
        this.traffic = traffic;
    }

    /**
     * Sends a GET. The caller closes the body.
     *
     * @param headers by name
     * @throws IOException       if the connection fails, or no headers arrive in time
     * @throws RegistryException if the policy of the network forbids the host
     */
    HttpResponse<BodyStream> get(URI uri, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        headers.forEach(request::header);
        return send(uri, request);
    }

    /** Sends a request with this body of a form. The caller closes the body of the answer. */
    HttpResponse<BodyStream> post(URI uri, String form) throws IOException {
        return send(uri, HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /**
     * Turns a status that is no success into an error, with the registry's own words.
     *
     * @param request names the request in errors
     * @param body    the start of the body
     * @param secrets of the body of the request; those of its headers are known
     * @return an error that is final; a temporary one is thrown
     */
    RegistryException failure(String request, HttpResponse<BodyStream> response, byte[] body, List<String> secrets)
            throws TemporaryFailure {
        int status = response.statusCode();
        String header = response.request().headers().firstValue("Authorization").orElse("");
        RegistryError error =
                RegistryError.parse(body, Stream.concat(secrets.stream(), Credentials.secretsIn(header)).toList());
        RegistryException problem = RegistryException.answered(this.image, request, status, error,
                this.connections.remedy(this.image));
        if (status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505)) {
            throw new TemporaryFailure(problem, retryAfter(response.headers()));
        }
        return problem;
    }

    /** The registry asks for credentials, but Tare has no credentials for it. */
    RegistryException withoutCredentials(String scheme) {
        return RegistryException.withoutCredentials(this.image, scheme, this.connections.remedy(this.image));
    }

    /**
     * The start of a body that is not needed as a whole: what arrives soon. Closes the body. A short body leaves its
     * connection open for the next request.
     */
    static byte[] start(HttpResponse<BodyStream> response) {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        try (BodyStream body = response.body()) {
            body.endAfter(SMALL_BODY);
            byte[] part = new byte[1 << 12];
            for (int count = 0; count >= 0 && start.size() < MAX_SMALL_BODY; count = body.read(part)) {
                start.write(part, 0, count);
            }
        } catch (IOException ex) {
            return start.toByteArray();
        }
        return start.toByteArray();
    }

    /** Ends all requests and closes all connections. */
    synchronized void close() {
        this.closed = true;
        this.open.forEach(BodyStream::close);
        this.clients.values().forEach(this.connections::close);
    }

    private HttpResponse<BodyStream> send(URI uri, HttpRequest.Builder request) throws IOException {
        HttpClient http = http(uri);
        HttpProxy proxy = this.connections.proxy(uri);
        if (proxy != null && proxy.authorization() != null) {
            request.header("Proxy-Authorization", proxy.authorization());
        }
        Runnable turn = this.connections.enter(this.image, this.user, this.deadline);
        boolean sent = false;
        try {
            HttpResponse<BodyStream> response = send(http, request);
            if (proxy != null && response.statusCode() == PROXY_LOGIN) {
                closeIfThere(response.body());
                throw RegistryException.withoutProxyLogin(this.image, proxy);
            }
            BodyStream body = response.body();
            this.open.add(body);
            body.whenClosed(() -> {
                turn.run();
                this.open.remove(body);
            });
            sent = true;
            if (this.closed) {
                body.close();
            }
            rejectClosed();
            return response;
        } catch (IOException ex) {
            rejectClosed();
            throw this.connections.explained(uri, ex);
        } finally {
            if (!sent) {
                turn.run();
            }
        }
    }

    private static void closeIfThere(@Nullable BodyStream body) {
        if (body != null) {
            body.close();
        }
    }

    private synchronized HttpClient http(URI uri) {
        rejectClosed();
        TlsFiles files = this.certificates.computeIfAbsent(uri.resolve("/").toString(),
                _ -> this.connections.tls(this.image, uri));
        return this.clients.computeIfAbsent(files, this.connections::open);
    }

    /** An answer may arrive while another thread closes this. */
    private void rejectClosed() {
        if (this.closed) {
            throw new UncheckedIOException(new IOException("The client of the registry is closed"));
        }
    }

    private HttpResponse<BodyStream> send(HttpClient http, HttpRequest.Builder request) throws IOException {
        this.deadline.check();
        this.traffic.request();
        Duration left = Duration.ofNanos(Math.max(1, this.deadline.nanosLeft()));
        request.timeout(left.compareTo(this.patience.answer()) < 0 ? left : this.patience.answer())
                .header("User-Agent", "tare")
                .header("Accept-Encoding", "identity");
        try {
            return this.guard.send(http, request.build(),
                    _ -> new BodyStream(this.patience.stall(), this.deadline, this.traffic));
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(this.image, ex);
        } catch (IllegalArgumentException ex) {
            // The JDK parses some headers only while it builds the answer.
            throw new ProtocolException("the answer has an invalid header");
        }
    }

    /** A number of seconds, or a time. A time in the past does not count. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("[0-9]++")) {
            return value.length() > MAX_SECONDS_DIGITS ? ChronoUnit.FOREVER.getDuration()
                    : Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Duration until = Duration.between(Instant.now(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return until.isNegative() ? null : until;
        } catch (DateTimeParseException ex) {
            return null;
        }
    }
}

package dev.tare.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
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

import dev.tare.http.HttpAnswer;
import dev.tare.http.HttpConnection;
import dev.tare.http.HttpRequest;
import dev.tare.limits.Deadline;
import dev.tare.registry.login.Credentials;
import dev.tare.registry.proxy.HttpProxy;
import org.jspecify.annotations.Nullable;

/** Sends single requests and turns statuses into errors. It follows no redirect and adds no credentials. */
final class Exchange {

    /** Bytes of an error or a token. */
    static final int MAX_SMALL_BODY = 1 << 16;

    /** More digits are more than a century. */
    private static final int MAX_SECONDS_DIGITS = 9;

    /** For a body that is not needed as a whole. */
    private static final Duration SMALL_BODY = Duration.ofSeconds(2);

    private final Connections connections;

    private final ConnectionPool pool;

    private final ImageReference image;

    private final Patience patience;

    private final Deadline deadline;

    private final Traffic traffic;

    private final @Nullable RegistryUser user =
            RegistryUser.CURRENT.isBound() ? RegistryUser.CURRENT.get() : null;

    private final Set<BodyStream> open = ConcurrentHashMap.newKeySet();

    Exchange(Connections connections, ImageReference image, Patience patience, Deadline deadline, Traffic traffic) {
        this.connections = connections;
        this.pool = connections.pool(image, patience, deadline);
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
    Answer get(URI uri, Map<String, String> headers) throws IOException {
        return send("GET", uri, headers, "");
    }

    /** Sends a request with this body of a form. The caller closes the body of the answer. */
    Answer post(URI uri, String form) throws IOException {
        return send("POST", uri, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
    }

    /**
     * Turns a status that is no success into an error, with the registry's own words.
     *
     * @param request names the request in errors
     * @param body    the start of the body
     * @param secrets of the body of the request; those of its headers are known
     * @return an error that is final; a temporary one is thrown
     */
    RegistryException failure(String request, Answer answer, byte[] body, List<String> secrets)
            throws TemporaryFailure {
        int status = answer.status();
        RegistryError error = RegistryError.parse(body,
                Stream.concat(secrets.stream(), Credentials.secretsIn(answer.authorization())).toList());
        RegistryException problem = RegistryException.answered(this.image, request, status, error,
                this.connections.remedy(this.image));
        if (status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505)) {
            throw new TemporaryFailure(problem, retryAfter(answer.header("Retry-After").strip()));
        }
        return problem;
    }

    /** The registry asks for credentials, but Tare has no credentials for it. */
    RegistryException withoutCredentials(String scheme) {
        return RegistryException.withoutCredentials(this.image, scheme, this.connections.remedy(this.image));
    }

    /**
     * A body that is not needed as a whole: what arrives soon, and nothing of a long one, which could be cut in a secret.
     * Closes the body. A short body leaves its connection open for the next request.
     */
    static byte[] start(Answer answer) {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        try (BodyStream body = answer.body()) {
            body.endAfter(SMALL_BODY);
            byte[] part = new byte[1 << 12];
            for (int count = 0; count >= 0 && start.size() < MAX_SMALL_BODY; count = body.read(part)) {
                start.write(part, 0, count);
            }
        } catch (IOException ex) {
            return start.toByteArray();
        }
        return start.size() < MAX_SMALL_BODY ? start.toByteArray() : new byte[0];
    }

    /** Ends all requests and closes all connections. */
    void close() {
        this.connections.close(this.pool);
        this.open.forEach(BodyStream::close);
    }

    private Answer send(String method, URI uri, Map<String, String> headers, String body) throws IOException {
        HttpProxy proxy = this.connections.proxy(uri);
        HttpRequest request = request(method, uri, headers, body, proxy);
        Runnable turn = this.connections.enter(this.image, this.user, this.deadline);
        boolean sent = false;
        try {
            Answer answer = sendOnAny(uri, request, proxy, turn);
            sent = true;
            if (proxy != null && answer.status() == HttpProxy.LOGIN && !Origin.of(uri).isHttps()) {
                answer.body().close();
                throw RegistryException.withoutProxyLogin(this.image, proxy);
            }
            return answer;
        } catch (IOException ex) {
            this.pool.rejectClosed();
            throw ex;
        } finally {
            if (!sent) {
                turn.run();
            }
        }
    }

    private static HttpRequest request(String method, URI uri, Map<String, String> headers, String body,
            @Nullable HttpProxy proxy) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Host", uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        all.put("User-Agent", "tare");
        all.put("Accept-Encoding", "identity");
        if (proxy == null || Origin.of(uri).isHttps()) {
            return new HttpRequest(method, Origin.target(uri), all, body);
        }
        if (proxy.authorization() != null) {
            all.put(HttpProxy.AUTHORIZATION, proxy.authorization());
        }
        return new HttpRequest(method, "http://" + all.get("Host") + Origin.target(uri), all, body);
    }

    private Answer sendOnAny(URI uri, HttpRequest request, @Nullable HttpProxy proxy, Runnable turn)
            throws IOException {
        HttpConnection idle = request.body().isEmpty() ? this.pool.idle(uri) : null;
        if (idle != null) {
            try {
                return sendOn(idle, uri, request, turn);
            } catch (IOException ex) {
                if (idle.isLate()) {
                    throw ex;
                }
                // A server may close an idle connection at any time.
            }
        }
        return sendOn(this.pool.open(uri, proxy), uri, request, turn);
    }

    private Answer sendOn(HttpConnection connection, URI uri, HttpRequest request, Runnable turn) throws IOException {
        try {
            this.deadline.check();
            this.traffic.request();
            connection.endAfter(this.patience.answer());
            HttpAnswer answer = connection.send(request);
            connection.endAfter(null);
            BodyStream body = new BodyStream(connection, answer.body(), this.traffic, closed -> {
                this.open.remove(closed);
                this.pool.release(uri, connection);
                turn.run();
            });
            this.open.add(body);
            String authorization = request.headers().getOrDefault("Authorization", "");
            return new Answer(answer.status(), answer.headers(), answer.length(), authorization, body);
        } catch (IOException | RuntimeException ex) {
            this.pool.remove(connection);
            throw ex;
        }
    }

    /** A number of seconds, or a time. A time in the past does not count. */
    private static @Nullable Duration retryAfter(String value) {
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

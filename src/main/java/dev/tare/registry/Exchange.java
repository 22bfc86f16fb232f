package dev.tare.registry;

import java.io.IOException;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.tare.limits.Deadline;
import dev.tare.network.NetworkGuard;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.proxy.HttpProxy;
import org.jspecify.annotations.Nullable;

/** Sends single requests and turns statuses into errors. It follows no redirect and adds no credentials. */
final class Exchange {

    /** Bytes of an error or a token. */
    static final int MAX_SMALL_BODY = 1 << 16;

    private static final int MAX_SECONDS_DIGITS = 9;

    /** The status of a proxy that asks for credentials. Java adds no body if the proxy should tunnel TLS. */
    private static final int PROXY_LOGIN = 407;

    private final Connections connections;

    private final NetworkGuard guard;

    private final ImageReference image;

    private final Patience patience;

    private final Deadline deadline;

    private final Set<BodyStream> open = ConcurrentHashMap.newKeySet();

    Exchange(Connections connections, ImageReference image, Patience patience, Deadline deadline) {
        this.connections = connections;
        this.guard = connections.guard(image);
        this.image = image;
        this.patience = patience;
        this.deadline = deadline;
    }

    /**
     * Sends a GET. The caller closes the body.
     *
     * @param headers by name; {@code null} values are left out
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
     * @return an error that is final; a temporary one is thrown
     */
    RegistryException failure(String request, HttpResponse<BodyStream> response) throws TemporaryFailure {
        int status = response.statusCode();
        RegistryException problem = RegistryException.answered(this.image, request, status,
                RegistryError.parse(start(response)), this.connections.remedy(this.image));
        if (status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505)) {
            throw new TemporaryFailure(problem, retryAfter(response.headers()));
        }
        return problem;
    }

    /** The registry asks for credentials, but Tare has no credentials for it. */
    RegistryException withoutCredentials(String scheme) {
        return RegistryException.withoutCredentials(this.image, scheme, this.connections.remedy(this.image));
    }

    /** The start of a body that nobody needs as a whole. A short body leaves its connection open for the next request. */
    static byte[] start(HttpResponse<BodyStream> response) {
        try (BodyStream body = response.body()) {
            return body.readNBytes(MAX_SMALL_BODY);
        } catch (IOException ex) {
            return new byte[0];
        }
    }

    /** Closes the bodies that are still open. */
    void close() {
        this.open.forEach(BodyStream::close);
    }

    private HttpResponse<BodyStream> send(URI uri, HttpRequest.Builder request) throws IOException {
        HttpClient http = this.connections.http(this.image, uri);
        HttpProxy proxy = this.connections.proxy(uri);
        if (proxy != null && proxy.authorization() != null) {
            request.header("Proxy-Authorization", proxy.authorization());
        }
        Runnable turn = this.connections.enter(this.image, this.deadline);
        boolean sent = false;
        try {
            HttpResponse<BodyStream> response = send(http, request);
            if (proxy != null && response.statusCode() == PROXY_LOGIN) {
                throw RegistryException.withoutProxyLogin(this.image, proxy);
            }
            BodyStream body = response.body();
            this.open.add(body);
            body.whenClosed(() -> {
                turn.run();
                this.open.remove(body);
            });
            sent = true;
            return response;
        } catch (IOException ex) {
            throw this.connections.explained(uri, ex);
        } finally {
            if (!sent) {
                turn.run();
            }
        }
    }

    private HttpResponse<BodyStream> send(HttpClient http, HttpRequest.Builder request) throws IOException {
        this.deadline.check();
        Duration left = Duration.ofNanos(Math.max(1, this.deadline.nanosLeft()));
        request.timeout(left.compareTo(this.patience.answer()) < 0 ? left : this.patience.answer())
                .header("User-Agent", "tare");
        try {
            return this.guard.send(http, request.build(),
                    _ -> new BodyStream(this.patience.stall(), this.deadline));
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(this.image, ex);
        }
    }

    /** A number of seconds, or a time. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("[0-9]{1," + MAX_SECONDS_DIGITS + "}")) {
            return Duration.ofSeconds(Long.parseLong(value));
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

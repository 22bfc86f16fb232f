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

import dev.tare.limits.Deadline;
import dev.tare.network.NetworkGuard;
import dev.tare.network.RefusedHostException;
import org.jspecify.annotations.Nullable;

/** Sends single requests and turns statuses into errors. It follows no redirect and adds no credentials. */
final class Exchange {

    /** Bytes of an error or a token. */
    static final int MAX_SMALL_BODY = 1 << 16;

    private static final int MAX_SECONDS_DIGITS = 9;

    private final HttpClient http;

    private final NetworkGuard guard;

    private final ImageReference image;

    private final Patience patience;

    private final Deadline deadline;

    Exchange(HttpClient http, NetworkGuard guard, ImageReference image, Patience patience, Deadline deadline) {
        this.http = http;
        this.guard = guard;
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
        return send(request);
    }

    /** Sends a request with this body of a form. The caller closes the body of the answer. */
    HttpResponse<BodyStream> post(URI uri, String form) throws IOException {
        return send(HttpRequest.newBuilder(uri)
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
                RegistryError.parse(start(response)));
        if (status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505)) {
            throw new TemporaryFailure(problem, retryAfter(response.headers()));
        }
        return problem;
    }

    /** The start of a body that nobody needs as a whole. A short body leaves its connection open for the next request. */
    static byte[] start(HttpResponse<BodyStream> response) {
        try (BodyStream body = response.body()) {
            return body.readNBytes(MAX_SMALL_BODY);
        } catch (IOException ex) {
            return new byte[0];
        }
    }

    private HttpResponse<BodyStream> send(HttpRequest.Builder request) throws IOException {
        this.deadline.check();
        Duration left = Duration.ofNanos(Math.max(1, this.deadline.nanosLeft()));
        request.timeout(left.compareTo(this.patience.answer()) < 0 ? left : this.patience.answer())
                .header("User-Agent", "tare");
        try {
            return this.guard.send(this.http, request.build(),
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

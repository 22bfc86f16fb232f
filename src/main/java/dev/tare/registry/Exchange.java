package dev.tare.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/** Sends single requests and turns statuses into errors. It follows no redirect and adds no credentials. */
final class Exchange {

    /** Bytes of an error or a token. */
    static final int MAX_SMALL_BODY = 1 << 16;

    /** More digits are more than a century. */
    private static final int MAX_SECONDS_DIGITS = 9;

    /** For a body that is not needed as a whole. */
    private static final Duration SMALL_BODY = Duration.ofSeconds(2);

    private final HttpClient http;

    private final ImageReference image;

    private final Patience patience;

    private final Deadline deadline;

    Exchange(HttpClient http, ImageReference image, Patience patience, Deadline deadline) {
        this.http = http;
        this.image = image;
        this.patience = patience;
        this.deadline = deadline;
    }

    /**
     * Sends a GET. The caller closes the body.
     *
     * @param headers by name; {@code null} values are left out
     * @throws IOException if the connection fails, or no headers arrive in time
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
     * @param body    the start of the body
     * @param secrets of the body of the request; those of its headers are known
     * @return an error that is final; a temporary one is thrown
     */
    RegistryException failure(String request, HttpResponse<BodyStream> response, byte[] body, List<String> secrets)
            throws TemporaryFailure {
        int status = response.statusCode();
        String header = response.request().headers().firstValue("Authorization").orElse("");
        RegistryException problem = RegistryException.answered(this.image, request, status, RegistryError.parse(body,
                Stream.concat(secrets.stream(), Credentials.secretsIn(header)).toList()));
        if (status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505)) {
            throw new TemporaryFailure(problem, retryAfter(response.headers()));
        }
        return problem;
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

    private HttpResponse<BodyStream> send(HttpRequest.Builder request) throws IOException {
        this.deadline.check();
        Duration left = Duration.ofNanos(Math.max(1, this.deadline.nanosLeft()));
        request.timeout(left.compareTo(this.patience.answer()) < 0 ? left : this.patience.answer())
                .header("User-Agent", "tare")
                .header("Accept-Encoding", "identity");
        try {
            return this.http.send(request.build(), _ -> new BodyStream(this.patience.stall(), this.deadline));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for the registry was interrupted");
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

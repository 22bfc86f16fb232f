package dev.tare.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.http.HttpAnswer;
import dev.tare.http.HttpConnection;
import dev.tare.http.HttpRequest;
import dev.tare.limits.Deadline;
import dev.tare.network.AddressLookup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends requests to the first address of an engine that answers, in the newest version of the API that both know. Each
 * request has its own connection.
 */
final class EngineRequests {

    private static final int MAX_DOCUMENT = 4 << 20;

    private static final int MAX_ERROR = 64 << 10;

    private static final int MAX_MESSAGE = 300;

    private final EngineKind kind;

    private final List<EngineAddress> addresses;

    private final Duration patience;

    private final Deadline deadline;

    private @Nullable EngineAddress address;

    private @Nullable ApiVersion version;

    /**
     * @param patience how long the engine may send nothing
     * @param deadline of all requests together
     */
    EngineRequests(EngineKind kind, List<EngineAddress> addresses, Duration patience, Deadline deadline) {
        this.kind = kind;
        this.addresses = List.copyOf(addresses);
        this.patience = patience;
        this.deadline = deadline;
    }

    /** The version of the API. The first call asks the engine. */
    ApiVersion version() {
        if (this.version == null) {
            String request = "its version";
            try (HttpAnswer answer = get("/version", request, this.patience)) {
                requireSuccess(answer, request);
                JsonNode document = document(answer, request);
                ApiVersion newest = ApiVersion.parse(EngineJson.text(document, "ApiVersion"));
                if (newest == null) {
                    throw invalid(request);
                }
                this.version = ApiVersion.common(newest,
                        ApiVersion.parse(EngineJson.text(document, "MinAPIVersion")));
            }
        }
        return this.version;
    }

    /**
     * Sends a request, and reads the headers of its answer.
     *
     * @param path    without the version
     * @param request the subject of the request, for errors
     */
    HttpAnswer get(String path, String request) {
        return get("/v" + version() + path, request, this.patience);
    }

    /** The same for a request whose answer begins only after long work. Then only the deadline ends the wait. */
    HttpAnswer getAfterWork(String path, String request) {
        return get("/v" + version() + path, request, Duration.ofNanos(Math.max(1, this.deadline.nanosLeft())));
    }

    /** @throws EngineException if the status is no success */
    void requireSuccess(HttpAnswer answer, String request) {
        if (answer.status() != 200) {
            throw EngineException.answered(this.kind, reached(), request, answer.status(), message(answer));
        }
    }

    /** The JSON object in an answer. */
    JsonNode document(HttpAnswer answer, String request) {
        try {
            byte[] content = answer.content(MAX_DOCUMENT);
            JsonNode document = content == null ? null : EngineJson.parse(content);
            if (document == null) {
                throw invalid(request);
            }
            return document;
        } catch (IOException ex) {
            throw interrupted(request, ex);
        }
    }

    EngineException noImage(String image) {
        return EngineException.noImage(this.kind, reached(), image);
    }

    EngineException invalid(String request) {
        return EngineException.invalid(this.kind, reached(), request);
    }

    EngineException interrupted(String request, IOException cause) {
        return EngineException.interrupted(this.kind, reached(), request, cause);
    }

    private HttpAnswer get(String path, String request, Duration wait) {
        HttpConnection connection = connect();
        try {
            connection.setPatience(wait);
            HttpAnswer answer = connection.send(new HttpRequest("GET", path, Map.of("Host", reached().host(),
                    "User-Agent", "tare", "Accept", "*/*", "Connection", "close"), ""));
            connection.setPatience(this.patience);
            return answer;
        } catch (IOException ex) {
            connection.close();
            throw interrupted(request, ex);
        } catch (RuntimeException ex) {
            connection.close();
            throw ex;
        }
    }

    private HttpConnection connect() {
        Map<EngineAddress, IOException> failures = new LinkedHashMap<>();
        for (EngineAddress candidate : this.address == null ? this.addresses : List.of(this.address)) {
            try {
                HttpConnection connection = open(candidate);
                this.address = candidate;
                return connection;
            } catch (IOException ex) {
                failures.put(candidate, ex);
            }
        }
        throw EngineException.unreachable(this.kind, failures);
    }

    private HttpConnection open(EngineAddress candidate) throws IOException {
        HttpConnection connection = new HttpConnection(this.patience, this.deadline);
        try {
            switch (candidate) {
                case EngineAddress.Unix unix -> connection.connect(unix.path());
                case EngineAddress.Tcp tcp -> {
                    connection.connect(AddressLookup.SYSTEM.find(tcp.name(), this.patience, this.deadline), tcp.port());
                    if (tcp.tls() != null) {
                        connection.encrypt(tcp.tls().context(), tcp.name(), tcp.port());
                    }
                }
            }
            return connection;
        } catch (IOException | RuntimeException ex) {
            connection.close();
            throw ex;
        }
    }

    private EngineAddress reached() {
        if (this.address == null) {
            throw new IllegalStateException("No engine answered yet");
        }
        return this.address;
    }

    private static @Nullable String message(HttpAnswer answer) {
        try {
            byte[] content = answer.content(MAX_ERROR);
            JsonNode document = content == null ? null : EngineJson.parse(content);
            String message = document == null ? null : EngineJson.text(document, "message");
            return message == null || message.length() <= MAX_MESSAGE ? message
                    : message.substring(0, MAX_MESSAGE) + "…";
        } catch (IOException ex) {
            return null;
        }
    }
}

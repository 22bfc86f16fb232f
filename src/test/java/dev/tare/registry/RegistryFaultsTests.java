package dev.tare.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each fault of a server ends with the right content or with a clear error. */
@Timeout(60)
class RegistryFaultsTests {

    private static final byte[] CONTENT = content();

    private static final Descriptor BLOB =
            new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(CONTENT), CONTENT.length, Map.of(), null);

    private static final String MANIFEST = "{\"schemaVersion\":2}";

    private static final String TYPE = "Content-Type: " + MediaType.OCI_MANIFEST;

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofSeconds(2), 4);

    private RawServer server = RawServer.start((request, out) -> {
    });

    @AfterEach
    void stop() {
        this.server.close();
    }

    @Test
    void blobWhenConnectionsAreCutResumes() throws IOException {
        start((request, out) -> {
            int from = rangeOf(request);
            range(out, from, CONTENT.length - from);
            out.write(CONTENT, from, Math.min(10_000, CONTENT.length - from));
        });
        assertThat(blob()).isEqualTo(CONTENT);
        assertThat(this.server.requests()).hasSizeBetween(10, 20)
                .last()
                .satisfies(request -> assertThat(request.headers()).containsEntry("range", "bytes=90000-"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 16_384, 99_999 })
    void blobWhenTheServerIgnoresTheRangeSkipsToTheRest(int cut) throws IOException {
        AtomicInteger count = new AtomicInteger();
        start((request, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            out.write(CONTENT, 0, count.incrementAndGet() == 1 ? cut : CONTENT.length);
        });
        assertThat(blob()).isEqualTo(CONTENT);
        assertThat(this.server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void blobWhenEachAnswerBringsOneByteFailsAfterSomeAttempts(boolean ignoresRange) {
        AtomicInteger count = new AtomicInteger();
        start((request, out) -> {
            int from = rangeOf(request);
            if (ignoresRange) {
                RawServer.head(out, 200, CONTENT.length);
                out.write(CONTENT, 0, count.incrementAndGet());
            } else {
                range(out, from, CONTENT.length - from);
                out.write(CONTENT, from, 1);
            }
        });
        assertFails().hasMessageContaining(BLOB.digest().toString());
        assertThat(this.server.requests()).hasSizeBetween(5, 60);
    }

    @Test
    void blobWhenTheServerIgnoresTheRangeAgainAndAgainFails() {
        byte[] large = new byte[16 << 20];
        Descriptor blob = new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(large), large.length, Map.of(), null);
        AtomicInteger sent = new AtomicInteger(15 << 20);
        start((request, out) -> {
            RawServer.head(out, 200, large.length);
            out.write(large, 0, sent.getAndAdd(1 << 16));
        });
        assertThatThrownBy(() -> {
            try (RegistryClient client = client(); InputStream in = client.blob(blob)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }).isInstanceOf(RegistryException.class).hasMessageContainingAll("from its beginning", "A proxy");
        assertThat(this.server.requests()).hasSizeBetween(4, 10);
    }

    @Test
    void blobWhenNothingArrivesFailsAfterSomeAttempts() {
        start((request, out) -> RawServer.head(out, 200, CONTENT.length));
        assertFails().hasMessageContaining(BLOB.digest().toString());
        assertThat(this.server.requests()).hasSizeBetween(5, 20);
    }

    @Test
    void blobWhenTheServerClosesAtOnceFailsAfterSomeAttempts() {
        start((request, out) -> {
        });
        assertFails().hasMessageContaining("fails");
    }

    @Test
    void blobAfterAFailureKeepsFailing() throws IOException {
        start((request, out) -> RawServer.answer(out, 404, ""));
        try (RegistryClient client = client(); InputStream blob = client.blob(BLOB)) {
            assertThatThrownBy(blob::read).isInstanceOf(RegistryException.class);
            assertThatThrownBy(blob::read).isInstanceOf(RegistryException.class);
        }
        assertThat(this.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", "bytes 0-99999/100000", "bytes 10000-99999/100001", "bytes 9999-99999/100000", "bytes x",
                    "items 10000-99999/100000", "bytes 99999999999999999999-1/2" })
    void blobWhenTheRangeIsAnotherIsRejected(String range) {
        start((request, out) -> {
            int from = rangeOf(request);
            RawServer.head(out, from == 0 ? 200 : 206, CONTENT.length - from, "Content-Range: " + range);
            out.write(CONTENT, from, from == 0 ? 10_000 : CONTENT.length - from);
        });
        assertFails().hasMessageContaining("range \"" + range + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = { 99_999, 100_001, 0 })
    void blobWhenTheStatedLengthIsAnotherIsRejected(int length) {
        start((request, out) -> {
            RawServer.head(out, 200, length);
            out.write(CONTENT, 0, Math.min(length, CONTENT.length));
        });
        assertFails().hasMessageContaining("should have 100000 bytes, but has " + length);
    }

    @Test
    void blobWithoutAnEndIsRejected() {
        start((request, out) -> {
            RawServer.head(out, 200, -1);
            while (true) {
                out.write(CONTENT);
            }
        });
        assertFails().hasMessageContaining("more than the 100000 bytes");
    }

    @Test
    void blobWithoutALengthIsRead() throws IOException {
        start((request, out) -> {
            RawServer.head(out, 200, -1);
            out.write(CONTENT);
        });
        assertThat(blob()).isEqualTo(CONTENT);
    }

    @Test
    void blobInAnotherEncodingIsRejected() {
        start((request, out) -> RawServer.answer(out, 200, gzip(CONTENT), "Content-Encoding: gzip"));
        assertFails().hasMessageContaining("encoding \"gzip\"");
    }

    @Test
    void blobThatStallsResumes() throws IOException {
        start((request, out) -> {
            int from = rangeOf(request);
            range(out, from, CONTENT.length - from);
            out.write(CONTENT, from, from == 0 ? 50_000 : CONTENT.length - from);
            out.flush();
            stall();
        });
        assertThat(blob()).isEqualTo(CONTENT);
    }

    @Test
    void blobThatAlwaysStallsFails() {
        start((request, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            out.flush();
            stall();
        });
        assertFails().hasMessageContaining("sends nothing for");
    }

    @Test
    void headersThatStallFail() {
        start((request, out) -> stall());
        assertFails().hasMessageContaining("sends nothing for");
    }

    @Test
    void blobThatTricklesEndsWithTheTimeLimit() {
        start((request, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            for (int i = 0; i < CONTENT.length; i++) {
                out.write(CONTENT, i, 1);
                out.flush();
                pause(Duration.ofMillis(50));
            }
        });
        Deadline deadline = Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 500));
        assertThatThrownBy(() -> {
            try (RegistryClient client = client(this.server.host(), deadline); InputStream blob = client.blob(BLOB)) {
                blob.readAllBytes();
            }
        }).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void redirectToAnotherHostGetsNoCredentials() throws IOException {
        try (RawServer storage = RawServer.start((request, out) -> RawServer.answer(out, 200, CONTENT))) {
            start((request, out) -> {
                if (request.headers().containsKey("authorization")) {
                    RawServer.answer(out, 307, "", "Location: http://" + storage.otherHost() + "/blob?signature=x");
                } else {
                    RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"r\"");
                }
            });
            assertThat(blob()).isEqualTo(CONTENT);
            assertThat(storage.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/blob?signature=x");
                assertThat(request.headers()).doesNotContainKey("authorization");
            });
            assertThat(this.server.requests()).last()
                    .satisfies(request -> assertThat(request.headers()).containsKey("authorization"));
        }
    }

    @Test
    void challengeOfAnotherHostIsNotAnswered() {
        try (RawServer storage = RawServer.start(
                (request, out) -> RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"r\""))) {
            start((request, out) -> RawServer.answer(out, 307, "", "Location: http://" + storage.otherHost() + "/"));
            assertFails().hasMessageContaining("HTTP status 401");
            assertThat(storage.requests()).hasSize(1);
        }
    }

    @Test
    void redirectsInACircleAreRejected() {
        start((request, out) -> RawServer.answer(out, 302, "", "Location: " + request.path() + "x"));
        assertFails().hasMessageContaining("redirected more than 5 times");
        assertThat(this.server.requests()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({ "http://169.254.169.254/latest, http://169.254.169.254",
            "http://r.example.com/x, http://r.example.com",
            "file:///etc/passwd, an invalid address", "'', an invalid address" })
    void redirectElsewhereThanHttpsIsRejected(String location, String shown) {
        start((request, out) -> RawServer.answer(out, 307, "", location.isEmpty() ? "X: y" : "Location: " + location));
        assertFails().hasMessageContaining("it redirects to " + shown);
        assertThat(this.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "1", "Thu, 01 Jan 1970 00:00:00 GMT", "soon", "" })
    void rateLimitIsWaitedFor(String retryAfter) {
        AtomicInteger count = new AtomicInteger();
        start((request, out) -> {
            if (count.incrementAndGet() == 1) {
                RawServer.answer(out, 429, "", "Retry-After: " + retryAfter);
            } else {
                RawServer.answer(out, 200, MANIFEST, TYPE);
            }
        });
        assertThat(manifest("1").content()).asString().isEqualTo(MANIFEST);
        assertThat(count).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "3600", "999999999", "Fri, 01 Jan 2100 00:00:00 GMT" })
    void rateLimitThatTakesTooLongFailsAtOnce(String retryAfter) {
        start((request, out) -> RawServer.answer(out, 429,
                "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"pull rate limit\"}]}",
                "Retry-After: " + retryAfter));
        assertManifestFails("1")
                .hasMessageContainingAll("HTTP status 429: TOOMANYREQUESTS: pull rate limit", "Wait for the end");
        assertThat(this.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 500, 502, 503, 504 })
    void burstOfErrorsIsSurvived(int status) {
        AtomicInteger count = new AtomicInteger();
        start((request, out) -> {
            if (count.incrementAndGet() < 4) {
                RawServer.answer(out, status, "");
            } else {
                RawServer.answer(out, 200, MANIFEST, TYPE);
            }
        });
        assertThat(manifest("1").content()).asString().isEqualTo(MANIFEST);
    }

    @Test
    void errorsWithoutEndFailAfterSomeAttempts() {
        start((request, out) -> RawServer.answer(out, 503, "<html>"));
        assertManifestFails("1").hasMessageContaining("HTTP status 503. Try again later");
        assertThat(this.server.requests()).hasSize(4);
    }

    @Test
    void errorNamesRegistryRepositoryStatusCodeAndRemedy() {
        start((request, out) -> RawServer.answer(out, 404,
                "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\",\"detail\":{}}]}"));
        assertManifestFails("1.4").hasMessage("The registry " + this.server.host() + ", repository app: it answers the "
                + "request for the manifest 1.4 with the HTTP status 404: MANIFEST_UNKNOWN: manifest unknown. Check the "
                + "name and the tag or digest.").isInstanceOfSatisfying(RegistryException.class, ex -> {
                    assertThat(ex.registry()).isEqualTo(this.server.host());
                    assertThat(ex.repository()).isEqualTo("app");
                    assertThat(ex.status()).isEqualTo(404);
                    assertThat(ex.code()).isEqualTo("MANIFEST_UNKNOWN");
                });
    }

    @Test
    void errorWithAVeryLongMessageIsCut() {
        start((request, out) -> RawServer.answer(out, 403,
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + "x".repeat(10_000) + "\"}]}"));
        assertManifestFails("1").satisfies(ex -> assertThat(ex.getMessage()).hasSizeLessThan(1_000).contains("…"));
    }

    @Test
    void errorWithoutEndIsCut() {
        start((request, out) -> {
            RawServer.head(out, 404, -1);
            while (true) {
                out.write(CONTENT);
            }
        });
        assertManifestFails("1").hasMessageContaining("HTTP status 404");
    }

    @Test
    void manifestWithAnotherDigestIsRejected() {
        start((request, out) -> RawServer.answer(out, 200, MANIFEST, TYPE));
        String other = Digest.sha256Of(CONTENT).toString();
        assertManifestFails(other)
                .hasMessageContainingAll(other, Digest.sha256Of(MANIFEST.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Test
    void manifestWithAnotherStatedDigestIsRejected() {
        start((request, out) -> RawServer.answer(out, 200, MANIFEST, TYPE, "Docker-Content-Digest: " + BLOB.digest()));
        assertManifestFails("1").hasMessageContaining("should have the digest " + BLOB.digest());
    }

    @Test
    void manifestWithoutEndIsRejected() {
        start((request, out) -> {
            RawServer.head(out, 200, -1, TYPE);
            while (true) {
                out.write(CONTENT);
            }
        });
        assertManifestFails("1").hasMessageContaining("more than 4194304 bytes");
    }

    @Test
    void manifestThatInflatesWithoutEndIsRejected() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);
        start((request, out) -> RawServer.answer(out, 200, bomb, TYPE, "Content-Encoding: gzip"));
        assertManifestFails("1").hasMessageContaining("more than 4194304 bytes");
    }

    @Test
    void compressedManifestIsRead() throws IOException {
        byte[] compressed = gzip(MANIFEST.getBytes(StandardCharsets.UTF_8));
        start((request, out) -> RawServer.answer(out, 200, compressed, TYPE, "Content-Encoding: gzip"));
        assertThat(manifest("1").content()).asString().isEqualTo(MANIFEST);
    }

    @Test
    void truncatedManifestIsRequestedAgain() {
        AtomicInteger count = new AtomicInteger();
        start((request, out) -> {
            RawServer.head(out, 200, MANIFEST.length(), TYPE);
            out.write(MANIFEST.getBytes(StandardCharsets.UTF_8), 0,
                    count.incrementAndGet() == 1 ? 5 : MANIFEST.length());
        });
        assertThat(manifest("1").content()).asString().isEqualTo(MANIFEST);
    }

    @Test
    void answerThatIsNoHttpFails() {
        start((request, out) -> out.write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        assertManifestFails("1").hasMessageContaining("it does not answer with HTTP")
                .hasMessageNotContaining("SSH");
    }

    @Test
    void reasonIsCutAndHasNoControlCharacters() {
        RegistryException problem = RegistryException.unreachable(ImageReference.parse("r.io/app"), "the manifest 1",
                new IOException("a\u001b[2Jb" + "x".repeat(100_000)));
        assertThat(problem.getMessage()).contains("a [2Jb").hasSizeLessThan(600);
        RegistryException tls = RegistryException.unreachable(ImageReference.parse("r.io/app"), "the manifest 1",
                new SSLHandshakeException("a\u001b[2Jb" + "x".repeat(100_000)));
        assertThat(tls.getMessage()).contains("a?[2Jb").hasSizeLessThan(600);
    }

    /** The connection may already be closed, or close while the request is on its way. */
    @Test
    void connectionThatTheServerClosedMeanwhileIsReplaced() throws IOException {
        try (RawServer keeping = RawServer.startKeeping(2, (_, out) -> out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII)));
                RegistryClient client = client(keeping.host(), Deadline.of(Limits.DEFAULTS))) {
            for (int i = 1; i <= 5; i++) {
                assertThat(client.manifest("1").content()).asString().isEqualTo("{}");
            }
            assertThat(keeping.requests()).hasSize(5);
            assertThat(keeping.connections()).isEqualTo(3);
        }
    }

    @Test
    void unknownHostIsNamed() {
        try (RegistryClient client = client("r.invalid", Deadline.of(Limits.DEFAULTS))) {
            assertThatThrownBy(() -> client.manifest("1")).hasMessageContainingAll("r.invalid", "the host is unknown");
        }
    }

    @Test
    void registryThatDoesNotRunIsNamed() {
        this.server.close();
        assertManifestFails("1").hasMessageContainingAll(this.server.host(), "refuses the connection");
    }

    @Test
    void interruptEndsAWait() throws Exception {
        start((request, out) -> stall());
        AtomicInteger failures = new AtomicInteger();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                manifest("1");
            } catch (RuntimeException ex) {
                failures.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 10);
            }
        });
        thread.interrupt();
        thread.join();
        assertThat(failures).hasValue(1);
    }

    private void start(Responder responder) {
        this.server.close();
        this.server = RawServer.start(responder);
    }

    private byte[] blob() throws IOException {
        try (RegistryClient client = client(); InputStream blob = client.blob(BLOB)) {
            return blob.readAllBytes();
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails() {
        return assertThatThrownBy(this::blob).isInstanceOf(RegistryException.class);
    }

    private StoredManifest manifest(String version) {
        try (RegistryClient client = client()) {
            return client.manifest(version);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertManifestFails(String version) {
        return assertThatThrownBy(() -> manifest(version)).isInstanceOf(RegistryException.class);
    }

    private RegistryClient client() {
        return client(this.server.host(), Deadline.of(Limits.DEFAULTS));
    }

    private static RegistryClient client(String host, Deadline deadline) {
        return new RegistryClient(ImageReference.parse(host + "/app"),
                RegistryLogins.connections(RegistriesSettings.NONE), RegistryLogins.of(host, "user:secret"), PATIENCE,
                deadline, new Traffic());
    }

    private static int rangeOf(Request request) {
        String range = request.headers().get("range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    }

    private static void range(OutputStream out, int from, int length) throws IOException {
        RawServer.head(out, from == 0 ? 200 : 206, length,
                "Content-Range: bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
    }

    /** Closing the server or the client ends it. */
    private static void stall() {
        pause(Duration.ofSeconds(30));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] content() {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        return content;
    }
}

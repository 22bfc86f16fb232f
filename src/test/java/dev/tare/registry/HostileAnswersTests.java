package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers that attack the client: its memory, its time, its credentials, or the terminal of its user. */
@Timeout(20)
class HostileAnswersTests {

    private static final byte[] CONTENT = content();

    private static final Descriptor BLOB =
            new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(CONTENT), CONTENT.length, Map.of(), null);

    private static final String MANIFEST = "{\"schemaVersion\":2}";

    private static final String LOGIN = "user:geheim";

    /** A body may stall for longer than a test may take. */
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(1), Duration.ofSeconds(2), 3);

    private RawServer server = RawServer.start((request, out) -> {
    });

    @AfterEach
    void stop() {
        this.server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "Content-Length: abc", "Content-Length: -1", "Content-Length: 99999999999999999999",
                    "Content-Length: ",
                    "Transfer-Encoding: chunked\r\nContent-Length: abc\r\n\r\n2\r\n{}\r\n0\r\n",
                    "Transfer-Encoding: chunked\r\n\r\nx" })
    void lengthThatIsInvalidFails(String header) {
        start(raw("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n{}"));
        assertManifestFails();
        assertBlobFails();
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 101, 199, 201, 204, 205, 206, 207, 300, 304, 305, 400, 401, 407, 416, 418, 501, 599, 600,
            999 })
    void statusThatIsUnexpectedIsNamed(int status) {
        start(raw("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n"));
        assertManifestFails();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://127.0.0.1:99999/x", "https://127.0.0.1:0/x", "https://[::1/x", "https:///x",
            "https://a b/x", "https://\u00e4.example.com/x", "//", "https://-/x" })
    void redirectToAnInvalidAddressFails(String location) {
        start((request, out) -> RawServer.answer(out, 307, "", "Location: " + location));
        assertManifestFails();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://127.0.0.1:99999/x", "https://127.0.0.1:0/x" })
    void tokenServerWithAnInvalidAddressFails(String realm) {
        start((request, out) -> RawServer.answer(out, 401, "", "WWW-Authenticate: Bearer realm=\"" + realm + "\""));
        assertManifestFails();
    }

    @Test
    void headersWithoutEndFail() {
        byte[] line = ("X-Flood: " + "x".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        AtomicInteger lines = new AtomicInteger();
        start((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(line);
                lines.incrementAndGet();
            }
        });
        assertManifestFails();
        assertThat(lines).hasValueLessThan(50_000);
    }

    @Test
    void interimAnswersWithoutEndFail() {
        byte[] interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        start((request, out) -> {
            while (true) {
                out.write(interim);
                out.flush();
                pause(1);
            }
        });
        assertManifestFails();
    }

    @ParameterizedTest
    @ValueSource(strings = { "5;", "fffffffffffffffff" })
    void chunksWithHeadersWithoutEndFail(String start) {
        byte[] flood = "x: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy".repeat(100).getBytes(StandardCharsets.US_ASCII);
        start((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + start)
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(flood);
            }
        });
        assertManifestFails();
    }

    @Test
    void answerOfHttp10IsRead() throws IOException {
        start((request, out) -> {
            out.write("HTTP/1.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(request.path().contains("/blobs/") ? CONTENT : MANIFEST.getBytes(StandardCharsets.US_ASCII));
        });
        assertThat(manifest().content()).asString().isEqualTo(MANIFEST);
        assertThat(blob()).isEqualTo(CONTENT);
    }

    @Test
    void blobInChunksWithoutALastOneIsRead() throws IOException {
        start((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(CONTENT.length)
                    + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(CONTENT);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            pause(60_000);
        });
        assertThat(blob()).isEqualTo(CONTENT);
    }

    @Test
    void bodyOfARedirectThatStallsIsNotAwaited() {
        start((request, out) -> {
            if (request.path().endsWith("/else")) {
                RawServer.answer(out, 200, MANIFEST);
                return;
            }
            RawServer.head(out, 307, 1_000, "Location: /else");
            out.flush();
            pause(60_000);
        });
        assertThat(manifest().content()).asString().isEqualTo(MANIFEST);
    }

    @Test
    void errorThatTricklesIsNotAwaited() {
        start((request, out) -> {
            RawServer.head(out, 404, -1);
            while (true) {
                out.write(' ');
                out.flush();
                pause(100);
            }
        });
        assertManifestFails().hasMessageContaining("HTTP status 404");
    }

    @Test
    void errorThatEchoesThePasswordIsShownWithoutIt() {
        start((request, out) -> RawServer.answer(out, request.headers().containsKey("authorization") ? 403 : 401,
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no access for "
                        + request.headers().get("authorization") + " with geheim\"}]}",
                "WWW-Authenticate: Basic realm=\"r\""));
        assertManifestFails().hasMessageContaining("DENIED: no access for")
                .hasMessageNotContainingAny("geheim",
                        Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void errorThatEchoesTheTokenIsShownWithoutIt() {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 200, "{\"token\":\"to-ken\"}");
            } else {
                RawServer.answer(out, 401, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"bad token to-ken\"}]}",
                        "WWW-Authenticate: Bearer realm=\"http://" + this.server.host() + "/token\"");
            }
        });
        assertManifestFails().hasMessageContaining("DENIED: bad token").hasMessageNotContaining("to-ken");
    }

    /** A cache in front of another registry reports the addresses that it was redirected to. */
    @Test
    void errorWithASignedAddressIsShownWithoutItsQuery() {
        start((request, out) -> RawServer.answer(out, 404, "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":"
                + "\"Get https://user:pw@s3.example.com/b?X-Amz-Signature=5ec2e7: EOF\"}]}"));
        assertManifestFails().hasMessageContaining("s3.example.com/b")
                .hasMessageNotContainingAny("5ec2e7", "user:pw");
    }

    @Test
    void errorWithControlCharactersIsShownWithoutThem() {
        start((request, out) -> RawServer.answer(out, 404,
                "{\"errors\":[{\"code\":\"A\\u001b[2J\",\"message\":\"x\\r\\n\\u202eevil\\u0007\"}]}"));
        assertManifestFails().satisfies(
                ex -> assertThat(ex.getMessage().chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x202e));
    }

    @Test
    void errorOutsideTheListIsShown() {
        start((request, out) -> RawServer.answer(out, 404, "{\"message\":\"toomanyrequests: limit\"}"));
        assertManifestFails().hasMessageContaining("404: toomanyrequests: limit");
    }

    @Test
    void digestOfTheHeaderIsShownWithoutItsEnd() {
        start((request, out) -> RawServer.answer(out, 200, MANIFEST,
                "Docker-Content-Digest: sha256:" + "z".repeat(100_000)));
        assertManifestFails().satisfies(ex -> assertThat(ex.getMessage()).hasSizeLessThan(2_500));
    }

    @Test
    void tokenServerWithAPasswordIsShownWithoutIt() {
        start((request, out) -> RawServer.answer(out, 401, "",
                "WWW-Authenticate: Bearer realm=\"https://user:geheim@auth.example.com/token?key=geheim\""));
        assertManifestFails().hasMessageContaining("token server").hasMessageNotContaining("geheim");
    }

    @Test
    void redirectToAnotherPortGetsNoCredentials() throws IOException {
        try (RawServer storage = RawServer.start((request, out) -> RawServer.answer(out, 200, CONTENT))) {
            start((request, out) -> {
                if (request.headers().containsKey("authorization")) {
                    RawServer.answer(out, 307, "", "Location: http://" + storage.host() + "/blob");
                } else {
                    RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"r\"");
                }
            });
            assertThat(blob()).isEqualTo(CONTENT);
            assertThat(storage.requests()).singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        }
    }

    /** The other host would choose what is requested with the credentials. */
    @Test
    void redirectBackToTheRegistryGetsNoCredentials() {
        try (RawServer storage = RawServer.start((request, out) -> RawServer.answer(out, 307, "",
                "Location: http://" + this.server.host() + "/v2/other/secret"))) {
            start((request, out) -> {
                if (request.headers().containsKey("authorization")) {
                    RawServer.answer(out, 307, "", "Location: http://" + storage.host() + "/blob");
                } else {
                    RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"r\"");
                }
            });
            assertBlobFails().hasMessageContaining("HTTP status 401");
            assertThat(this.server.requests()).last().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/v2/other/secret");
                assertThat(request.headers()).doesNotContainKey("authorization");
            });
        }
    }

    @Test
    void redirectOfTheTokenServerGetsNoPassword() {
        try (RawServer other = RawServer.start((request, out) -> RawServer.answer(out, 200, "{\"token\":\"t1\"}"))) {
            start((request, out) -> {
                if (request.path().startsWith("/token")) {
                    RawServer.answer(out, 307, "", "Location: http://" + other.host() + "/t?x=y");
                } else if ("Bearer t1".equals(request.headers().get("authorization"))) {
                    RawServer.answer(out, 200, MANIFEST);
                } else {
                    RawServer.answer(out, 401, "",
                            "WWW-Authenticate: Bearer realm=\"http://" + this.server.host() + "/token\"");
                }
            });
            assertThat(manifest().content()).asString().isEqualTo(MANIFEST);
            assertThat(other.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/t?x=y");
                assertThat(request.headers()).doesNotContainKey("authorization");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/latest", "http://auth.example.com/token" })
    void redirectOfTheTokenServerElsewhereIsRejected(String location) {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 302, "", "Location: " + location);
            } else {
                RawServer.answer(out, 401, "",
                        "WWW-Authenticate: Bearer realm=\"http://" + this.server.host() + "/token\"");
            }
        });
        assertManifestFails().hasMessageContaining("must lead to https");
    }

    @Test
    void redirectsOfTheTokenServerInACircleAreRejected() {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 302, "", "Location: /token");
            } else {
                RawServer.answer(out, 401, "",
                        "WWW-Authenticate: Bearer realm=\"http://" + this.server.host() + "/token\"");
            }
        });
        assertManifestFails().hasMessageContaining("redirected more than 5 times");
    }

    @Test
    void rateLimitWithAnAbsurdTimeFailsAtOnce() {
        start((request, out) -> RawServer.answer(out, 429, "", "Retry-After: 99999999999999999999"));
        assertManifestFails().hasMessageContaining("HTTP status 429");
        assertThat(this.server.requests()).hasSize(1);
    }

    @Test
    void connectionThatEndsDuringTheHandshakeIsTriedAgain() throws IOException {
        AtomicInteger handshakes = new AtomicInteger();
        try (ServerSocket closing = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> acceptAndClose(closing, handshakes));
            start((request, out) -> RawServer.answer(out, 307, "",
                    "Location: https://127.0.0.1:" + closing.getLocalPort() + "/x"));
            assertManifestFails().hasMessageContaining("Try again later");
        }
        assertThat(handshakes).hasValueGreaterThan(2);
    }

    @Test
    void manifestInAnotherEncodingIsRejected() {
        start((request, out) -> RawServer.answer(out, 200, MANIFEST, "Content-Encoding: br"));
        assertManifestFails().hasMessageContaining("encoding \"br\"");
        assertThat(this.server.requests()).hasSize(1);
    }

    @Test
    void partOfAManifestIsRejected() {
        start((request, out) -> RawServer.answer(out, 206, MANIFEST, "Content-Range: bytes 0-18/19"));
        assertManifestFails().hasMessageContaining("HTTP status 206");
    }

    /** Storage keeps this header for layers that are gzip files themselves. */
    @Test
    void blobWithTheEncodingOfItsContentIsRead() throws IOException {
        start((request, out) -> RawServer.answer(out, 200, CONTENT, "Content-Encoding: gzip"));
        assertThat(blob()).isEqualTo(CONTENT);
    }

    @Test
    void closedBlobIsNotOpenedAgain() throws IOException {
        start((request, out) -> RawServer.answer(out, 200, CONTENT));
        try (RegistryClient client = client()) {
            InputStream blob = client.blob(BLOB);
            assertThat(blob.read()).isNotNegative();
            blob.close();
            assertThatIOException().isThrownBy(blob::read);
        }
        assertThat(this.server.requests()).hasSize(1);
    }

    @Test
    void closedRegistriesCloseTheirConnections() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        start((request, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            out.write(CONTENT, 0, 1_000);
            out.flush();
            try {
                for (int i = 0; i < 6_000; i++) {
                    out.write(0);
                    out.flush();
                    pause(10);
                }
            } finally {
                ended.countDown();
            }
        });
        try (Registries registries = ImpatientRegistries.withLoginFor(this.server.host());
                Repository client = registries.client(ImageReference.parse(this.server.host() + "/app"),
                        Deadline.of(Limits.DEFAULTS));
                InputStream blob = client.blob(BLOB)) {
            assertThat(blob.readNBytes(1_000)).hasSize(1_000);
            assertThat(ended.getCount()).isOne();
        }
        ended.await();
    }

    /** A hostile registry could otherwise take all connections that the service may have. */
    @ParameterizedTest
    @ValueSource(strings = { "SSH-2.0\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n",
            "HTTP/1.1 404 x\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 999 x\r\nContent-Length: 5\r\n\r\n" })
    void closedClientLeavesNoConnections(String answer) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket patient = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> acceptAndWait(patient, answer, connections));
            String host = "127.0.0.1:" + patient.getLocalPort();
            Connections shared = RegistryLogins.connections(RegistriesSettings.NONE);
            try (RegistryClient client = new RegistryClient(ImageReference.parse(host + "/app"), shared,
                    RegistryLogins.none(), PATIENCE, Deadline.of(Limits.DEFAULTS), new Traffic())) {
                assertThatThrownBy(() -> client.manifest("1")).isInstanceOf(RegistryException.class);
            }
            while (connections.get() > 0) {
                Thread.sleep(10);
            }
            shared.close();
        }
    }

    @Test
    void failuresLeaveTheirConnectionsToOthers() {
        AtomicInteger count = new AtomicInteger();
        String[] failures = { "HTTP/1.1 404 x\r\nContent-Length: 0\r\n\r\n", "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n", "HTTP/1.1 307 x\r\nLocation: ftp://x/\r\n\r\n",
                "HTTP/1.1 401 x\r\nWWW-Authenticate: Bearer realm=\"http://x/\"\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" };
        start((request, out) -> {
            if (request.path().endsWith("/good")) {
                RawServer.answer(out, 200, MANIFEST);
            } else {
                out.write(failures[count.getAndIncrement() % failures.length].getBytes(StandardCharsets.US_ASCII));
            }
        });
        try (RegistryClient client = client()) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> client.manifest("bad")).isInstanceOf(RegistryException.class);
            }
            assertThat(client.manifest("good").content()).asString().isEqualTo(MANIFEST);
        }
    }

    @Test
    void closingAClientEndsARequestOfAnotherThread() throws Exception {
        start((request, out) -> pause(60_000));
        RegistryClient client = client();
        AtomicInteger failures = new AtomicInteger();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                client.manifest("1");
            } catch (RuntimeException ex) {
                failures.incrementAndGet();
            }
        });
        while (this.server.requests().isEmpty()) {
            Thread.sleep(10);
        }
        client.close();
        reader.join();
        assertThat(failures).hasValue(1);
        assertThat(this.server.requests()).hasSize(1);
    }

    @Test
    void closingAClientEndsAReadOfAnotherThread() throws Exception {
        start((request, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            out.flush();
            pause(60_000);
        });
        RegistryClient client = client();
        AtomicInteger failures = new AtomicInteger();
        InputStream blob = client.blob(BLOB);
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                blob.read();
            } catch (IOException | RuntimeException ex) {
                failures.incrementAndGet();
            }
        });
        while (this.server.requests().isEmpty()) {
            Thread.sleep(10);
        }
        client.close();
        reader.join();
        assertThat(failures).hasValue(1);
    }

    private static void acceptAndClose(ServerSocket server, AtomicInteger count) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                count.incrementAndGet();
                socket.getInputStream().read();
            } catch (IOException ex) {
                return;
            }
        }
    }

    /** Answers each connection once, and waits for the client to close it. */
    private static void acceptAndWait(ServerSocket server, String answer, AtomicInteger open) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.incrementAndGet();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        byte[] request = new byte[1 << 12];
                        socket.getInputStream().read(request);
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                        while (socket.getInputStream().read(request) >= 0) {
                            continue;
                        }
                    } catch (IOException ex) {
                        // Closed as well.
                    }
                    open.decrementAndGet();
                });
            } catch (IOException ex) {
                return;
            }
        }
    }

    private static Responder raw(String answer) {
        return (request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
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

    private StoredManifest manifest() {
        try (RegistryClient client = client()) {
            return client.manifest("1");
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertBlobFails() {
        return assertThatThrownBy(this::blob).isInstanceOf(RegistryException.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertManifestFails() {
        return assertThatThrownBy(this::manifest).isInstanceOf(RegistryException.class);
    }

    private RegistryClient client() {
        String host = this.server.host();
        return RegistryLogins.client(ImageReference.parse(host + "/app"), RegistryLogins.of(host, LOGIN), PATIENCE);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] content() {
        byte[] content = new byte[10_000];
        new Random(1).nextBytes(content);
        return content;
    }
}

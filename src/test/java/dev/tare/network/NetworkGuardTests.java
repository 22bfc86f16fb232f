package dev.tare.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Registries;
import dev.tare.registry.RegistriesSettings;
import dev.tare.registry.RegistryException;
import dev.tare.registry.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads images with the real client. The allowed server has the address 127.0.0.2, which a policy lists. The server at
 * 127.0.0.1 with the same port stands for everything that is forbidden.
 */
@Timeout(60)
class NetworkGuardTests {

    private static final String ALLOWED = "127.0.0.2";

    private static final String FORBIDDEN = "127.0.0.1";

    private final List<RefusedHostException> log = new CopyOnWriteArrayList<>();

    private final RawServer forbidden = RawServer.start((request, out) -> RawServer.answer(out, 200, "{}"));

    private volatile Responder responder = (request, out) -> RawServer.answer(out, 200, "{}");

    private final RawServer allowed = RawServer.startAt(ALLOWED, this.forbidden.port(),
            (request, out) -> this.responder.answer(request, out));

    @AfterEach
    void stop() {
        this.allowed.close();
        this.forbidden.close();
    }

    @Test
    void nameServerThatChangesItsAnswerLeadsNowhere() {
        try (Repository images = client(policy(ALLOWED).withLookup(answers(ALLOWED, FORBIDDEN)), "localhost")) {
            images.manifest("1");
            assertRefused(images, "2");
        }
        assertThat(this.allowed.requests()).hasSize(1);
        assertThat(this.forbidden.connections()).isZero();
    }

    /** Shows that the test above could fail. */
    @Test
    void nameServerThatChangesItsAnswerIsFollowedWithinAllowedAddresses() {
        try (Repository images =
                client(policy("127.0.0.0/8").withLookup(answers(ALLOWED, FORBIDDEN)), "localhost")) {
            images.manifest("1");
            images.manifest("2");
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    @Test
    void addressThatIsForbiddenIsLeftOut() {
        AddressLookup both = resolver((name) -> Stream.of(FORBIDDEN, "169.254.169.254", ALLOWED));
        try (Repository images = client(policy(ALLOWED).withLookup(both), "localhost")) {
            images.manifest("1");
        }
        assertThat(this.allowed.requests()).hasSize(1);
        assertThat(this.forbidden.connections()).isZero();
    }

    /** The connection breaks before an answer, so the JDK or the client repeats the request with a new lookup. */
    @Test
    void nameServerThatChangesItsAnswerWhileARequestIsRepeatedLeadsNowhere() {
        answer((request, out) -> {
            if (request.path().endsWith("/2")) {
                throw new IOException("the connection breaks");
            }
            RawServer.answer(out, 200, "{}");
        });
        try (Repository images =
                client(policy(ALLOWED).withLookup(answers(ALLOWED, ALLOWED, FORBIDDEN)), "localhost")) {
            images.manifest("1");
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest("2"));
        }
        assertThat(this.forbidden.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://LOCALHOST:PORT/",
            "https://127.0.0.1:PORT/", "https://[::1]:PORT/", "https://[::ffff:127.0.0.1]:PORT/",
            "https://[::ffff:7f00:1]:PORT/", "https://[::127.0.0.1]:PORT/", "https://[64:ff9b::7f00:1]:PORT/",
            "https://[64:ff9b:1::7f00:1]:PORT/", "https://[2002:7f00:1::]:PORT/", "https://localhost:PORT/",
            "https://localhost.:PORT/", "https://name.test:PORT/", "https://NAME.test:PORT/", "https://0.0.0.0:PORT/",
            "https://[::]:PORT/", "https://10.1.2.3/", "https://172.16.0.1/", "https://192.168.0.1/",
            "https://100.64.0.1/", "https://169.254.169.254/latest/meta-data/", "https://168.63.129.16/",
            "https://100.100.100.200/", "https://[fd00:ec2::254]/", "https://[fe80::1]/", "https://[fe80::1%25lo]/",
            "https://[fd12::1]/", "https://224.0.0.1/", "https://255.255.255.255/", "https://192.0.2.1/",
            "https://198.18.0.1/", "https://2130706433:PORT/", "https://0x7f.1:PORT/", "https://127.1:PORT/",
            "https://0177.0.0.1:PORT/", "https://127%2e0.0.1:PORT/", "https://127.0.0.1.:PORT/",
            "https://metadata.google.internal/computeMetadata/v1/", "https://user@127.0.0.1:PORT/",
            "//127.0.0.1:PORT/", "https://127.0.0.2:1/" })
    void redirectAndTokenServerLeadToNoForbiddenHost(String location) {
        String target = location.replace("PORT", String.valueOf(this.forbidden.port()));
        for (String header : List.of("Location: " + target, "WWW-Authenticate: Bearer realm=\"" + target + "\"")) {
            answer((request, out) -> RawServer.answer(out, header.startsWith("L") ? 307 : 401, "", header));
            AddressLookup lookups = resolver(name -> Stream.of(
                    name.endsWith("internal") ? "169.254.169.254" : FORBIDDEN));
            try (Repository images = client(policy(ALLOWED).withLookup(lookups), ALLOWED)) {
                assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest("1"))
                        .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("private", "loopback",
                                "metadata address"));
                assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> read(images));
            }
        }
        assertThat(this.forbidden.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT", "[::ffff:127.0.0.1]:PORT",
            "[64:ff9b::7f00:1]:PORT", "169.254.169.254", "10.1.2.3:5000", "metadata.google.internal", "name.test",
            "[fd00:ec2::254]:80", "0.0.0.0:PORT", "kubernetes.default.svc", "unknown.test" })
    void registryWithAForbiddenAddressIsRefused(String registry) {
        AddressLookup lookups = resolver(name -> switch (name) {
            case "unknown.test" -> Stream.empty();
            case "name.test" -> Stream.of("10.1.2.3", "fd12::1");
            case "kubernetes.default.svc" -> Stream.of("10.96.0.1");
            case "metadata.google.internal" -> Stream.of("169.254.169.254");
            default -> Stream.of(FORBIDDEN);
        });
        String host = registry.replace("PORT", String.valueOf(this.forbidden.port()));
        try (Repository images = open(policy().withLookup(lookups), host)) {
            assertRefused(images, "1");
        }
        assertThat(this.forbidden.connections()).isZero();
    }

    /** Clients must not learn which names an internal network has. */
    @Test
    void unknownNameAndForbiddenAddressHaveTheSameError() {
        AddressLookup lookups =
                resolver(name -> name.equals("known.test") ? Stream.of("10.1.2.3") : Stream.empty());
        List<String> messages = Stream.of("known.test", "unknown.test").map(name -> {
            try (Repository images = open(policy().withLookup(lookups), name)) {
                return assertRefused(images, "1").replace(name, "NAME");
            }
        }).distinct().toList();
        assertThat(messages).singleElement().asString().doesNotContain("10.1.2.3").contains("tare.registries.internal");
        assertThat(this.log).first().asString().contains("known.test:443", "10.1.2.3, a private address");
    }

    @Test
    void failedLookupOfLocalhostDoesNotLeadToThisMachine() {
        AddressLookup failing = resolver(name -> {
            throw new IllegalStateException("no name server");
        });
        try (Repository images = client(policy(ALLOWED).withLookup(failing), "localhost")) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest("1"));
        }
        assertThat(this.forbidden.connections()).isZero();
    }

    @Test
    void requestEndsAtTheDeadlineWhileALookupWaits() {
        CompletableFuture<Stream<String>> late =
                new CompletableFuture<Stream<String>>().orTimeout(20, TimeUnit.SECONDS);
        Deadline deadline = Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 100));
        try (Repository images =
                client(policy(ALLOWED).withLookup(resolver(_ -> late.join())), "localhost", deadline)) {
            assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> images.manifest("1"));
        }
        late.complete(Stream.empty());
    }

    @Test
    void listedHostAndItsTokenAndStorageServersAreReached() {
        answer((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 200, "{\"token\":\"t\"}");
            } else if (!request.headers().containsKey("authorization")) {
                RawServer.answer(out, 401, "", "WWW-Authenticate: Bearer realm=\"http://" + ALLOWED + ":"
                        + this.forbidden.port() + "/token\"");
            } else {
                RawServer.answer(out, 307, "", "Location: http://localhost:" + this.forbidden.port() + "/x");
            }
        });
        AddressLookup lookups = resolver(name -> Stream.of(FORBIDDEN));
        String registry = ALLOWED + ":" + this.forbidden.port();
        String storage = "localhost:" + this.forbidden.port();
        try (Repository images = client(policy(registry, storage).withLookup(lookups), ALLOWED)) {
            assertThat(images.manifest("1").content()).asString().isEqualTo("{}");
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    /** Otherwise every registry of the internet could send requests with paths of its choice to listed hosts. */
    @Test
    void registryThatIsNotListedLeadsToNoListedHost() {
        answer((request, out) -> RawServer.answer(out, 307, "",
                "Location: http://localhost:" + this.forbidden.port() + "/x"));
        AddressLookup lookups = resolver(name -> Stream.of(FORBIDDEN));
        NetworkPolicy policy = policy(ALLOWED + "/32", "localhost:" + this.forbidden.port());
        try (Repository images = client(policy.withLookup(lookups), ALLOWED)) {
            assertRefused(images, "1");
        }
        assertThat(this.forbidden.connections()).isZero();
    }

    @Test
    void registryThatIsDeniedIsNotAsked() {
        NetworkPolicy policy = NetworkPolicy.of(List.of(), List.of(ALLOWED), List.of("127.0.0.0/8"), this.log::add);
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> client(policy, ALLOWED))
                .withMessageContaining("tare.registries.denied");
        assertThat(this.allowed.connections()).isZero();
    }

    @Test
    void redirectToADeniedHostIsRefused() {
        answer((request, out) -> RawServer.answer(out, 307, "", "Location: https://cdn.test:1/"));
        NetworkPolicy policy = NetworkPolicy.of(List.of(), List.of("*.test"), List.of("127.0.0.0/8"), this.log::add);
        try (Repository images = client(policy, ALLOWED)) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest("1"))
                    .withMessageContaining("may not connect to cdn.test:1");
        }
    }

    @Test
    void commandReachesThisMachine() {
        try (Repository images = Registries.ofThisUser()
                .client(image(FORBIDDEN), Deadline.of(Limits.DEFAULTS))) {
            images.manifest("1");
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    @Test
    void proxyLooksUpNoNameOfAPrivateNetwork() {
        NetworkGuard guard = policy().guard("r.example.com");
        guard.requireName(URI.create("http://r.example.com/v2/"));
        for (String host : List.of("10.1.2.3", "[::ffff:10.1.2.3]", "localhost", "metadata.google.internal", "nas",
                "0177.0.0.1")) {
            assertThatExceptionOfType(RefusedHostException.class)
                    .isThrownBy(() -> guard.requireName(URI.create("http://" + host + "/")));
        }
    }

    @Test
    void answerThatLeadsToTooManyHostsIsRefused() {
        NetworkGuard guard = policy().withLookup(resolver(name -> Stream.empty())).guard("r.example.com");
        for (int i = 0; i <= 1_000; i++) {
            URI uri = URI.create("https://h" + i + ".test/");
            assertThatExceptionOfType(RefusedHostException.class).isThrownBy(
                    () -> guard.addresses(uri, Duration.ofSeconds(30), Deadline.of(Limits.DEFAULTS)));
        }
        assertThat(this.log).last().satisfies(refusal -> assertThat(refusal.isName()).isTrue());
    }

    @Test
    void connectionThatIsRefusedIsNoRefusalOfThePolicy() {
        this.forbidden.close();
        try (Repository images = client(policy(FORBIDDEN), FORBIDDEN)) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest("1"))
                    .withMessageContaining("refuses the connection");
        }
        assertThat(this.log).isEmpty();
    }

    private void answer(Responder responder) {
        this.responder = responder;
    }

    private String assertRefused(Repository images, String version) {
        return assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest(version))
                .withMessageContaining("may not connect")
                .actual()
                .getMessage();
    }

    private NetworkPolicy policy(String... internal) {
        return NetworkPolicy.of(List.of(), List.of(), List.of(internal), this.log::add);
    }

    private Repository client(NetworkPolicy policy, String host) {
        return client(policy, host, Deadline.of(Limits.DEFAULTS));
    }

    private Repository client(NetworkPolicy policy, String host, Deadline deadline) {
        return open(policy, host + ":" + this.forbidden.port(), deadline);
    }

    private static Repository open(NetworkPolicy policy, String registry) {
        return open(policy, registry, Deadline.of(Limits.DEFAULTS));
    }

    private static Repository open(NetworkPolicy policy, String registry, Deadline deadline) {
        return Registries.ofService(RegistriesSettings.NONE, policy, _ -> {
        })
                .client(ImageReference.parse(registry + "/app"), deadline);
    }

    private ImageReference image(String host) {
        return ImageReference.parse(host + ":" + this.forbidden.port() + "/app");
    }

    private static void read(Repository images) throws IOException {
        try (InputStream blob = images.blob(
                new Descriptor(new MediaType("x/y"), Digest.sha256Of(new byte[0]), 5, Map.of(), null))) {
            blob.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** A resolver with another address for each lookup. The last one stays. */
    private static AddressLookup answers(String... addresses) {
        Queue<String> left = new ConcurrentLinkedQueue<>(List.of(addresses));
        return resolver(name -> Stream.of(left.size() > 1 ? left.remove() : left.element()));
    }

    private static AddressLookup resolver(Function<String, Stream<String>> addresses) {
        return new AddressLookup(name -> addresses.apply(name).map(InetAddress::ofLiteral).toList(), 4);
    }
}

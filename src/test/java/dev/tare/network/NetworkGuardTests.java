package dev.tare.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.spi.InetAddressResolver;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
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
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Reads images with the real HTTP client. The allowed server has the address 127.0.0.2, which a policy lists. The server at
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
        try (Repository images = client(policy(ALLOWED).withLookups(answers(ALLOWED, FORBIDDEN)), "localhost")) {
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
                client(policy("127.0.0.0/8").withLookups(answers(ALLOWED, FORBIDDEN)), "localhost")) {
            images.manifest("1");
            images.manifest("2");
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    @Test
    void addressThatIsForbiddenIsLeftOut() {
        InetAddressResolver both = resolver((name) -> Stream.of(FORBIDDEN, "169.254.169.254", ALLOWED));
        try (Repository images = client(policy(ALLOWED).withLookups(both), "localhost")) {
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
                client(policy(ALLOWED).withLookups(answers(ALLOWED, ALLOWED, FORBIDDEN)), "localhost")) {
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
            InetAddressResolver lookups = resolver(name -> Stream.of(
                    name.endsWith("internal") ? "169.254.169.254" : FORBIDDEN));
            try (Repository images = client(policy(ALLOWED).withLookups(lookups), ALLOWED)) {
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
        InetAddressResolver lookups = resolver(name -> switch (name) {
            case "unknown.test" -> Stream.empty();
            case "name.test" -> Stream.of("10.1.2.3", "fd12::1");
            case "kubernetes.default.svc" -> Stream.of("10.96.0.1");
            case "metadata.google.internal" -> Stream.of("169.254.169.254");
            default -> Stream.of(FORBIDDEN);
        });
        String host = registry.replace("PORT", String.valueOf(this.forbidden.port()));
        try (Repository images = open(policy().withLookups(lookups), host)) {
            assertRefused(images, "1");
        }
        assertThat(this.forbidden.connections()).isZero();
    }

    /** Clients must not learn which names an internal network has. */
    @Test
    void unknownNameAndForbiddenAddressHaveTheSameError() {
        InetAddressResolver lookups =
                resolver(name -> name.equals("known.test") ? Stream.of("10.1.2.3") : Stream.empty());
        List<String> messages = Stream.of("known.test", "unknown.test").map(name -> {
            try (Repository images = open(policy().withLookups(lookups), name)) {
                return assertRefused(images, "1").replace(name, "NAME");
            }
        }).distinct().toList();
        assertThat(messages).singleElement().asString().doesNotContain("10.1.2.3").contains("tare.registries.internal");
        assertThat(this.log).first().asString().contains("known.test:443", "10.1.2.3, a private address");
    }

    @Test
    void failedLookupOfLocalhostDoesNotLeadToThisMachine() {
        InetAddressResolver failing = resolver(name -> {
            throw new IllegalStateException("no name server");
        });
        try (Repository images = client(policy(ALLOWED).withLookups(failing), "localhost")) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> images.manifest("1"));
        }
        assertThat(this.forbidden.connections()).isZero();
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
        InetAddressResolver lookups = resolver(name -> Stream.of(FORBIDDEN));
        String registry = ALLOWED + ":" + this.forbidden.port();
        String storage = "localhost:" + this.forbidden.port();
        try (Repository images = client(policy(registry, storage).withLookups(lookups), ALLOWED)) {
            assertThat(images.manifest("1").content()).asString().isEqualTo("{}");
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    /** Otherwise every registry of the internet could send requests with paths of its choice to listed hosts. */
    @Test
    void registryThatIsNotListedLeadsToNoListedHost() {
        answer((request, out) -> RawServer.answer(out, 307, "",
                "Location: http://localhost:" + this.forbidden.port() + "/x"));
        InetAddressResolver lookups = resolver(name -> Stream.of(FORBIDDEN));
        NetworkPolicy policy = policy(ALLOWED + "/32", "localhost:" + this.forbidden.port());
        try (Repository images = client(policy.withLookups(lookups), ALLOWED)) {
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

    /** Tomcat, health checks and other clients of this process look names up as before. */
    @Test
    void otherLookupsOfThisProcessAreNotFiltered() throws Exception {
        try (Repository images = client(policy(), "localhost")) {
            assertRefused(images, "1");
            assertThat(InetAddress.getAllByName("localhost")).anyMatch(InetAddress::isLoopbackAddress);
            assertRefused(images, "1");
        }
        URI uri = URI.create("http://localhost:" + this.forbidden.port() + "/");
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    @Test
    void proxyIsReachedAndLooksUpNoNameOfAPrivateNetwork() throws Exception {
        NetworkPolicy policy = policy();
        ProxySelector proxy = ProxySelector.of(InetSocketAddress.createUnresolved("localhost", this.forbidden.port()));
        try (HttpClient http = policy.prepare(HttpClient.newBuilder()).proxy(proxy).build()) {
            NetworkGuard guard = policy.guard("r.example.com");
            assertThat(guard.send(http, get("http://r.example.com/v2/"), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(this.forbidden.requests().getFirst().path()).isEqualTo("http://r.example.com/v2/");
            for (String host : List.of("10.1.2.3", "[::ffff:10.1.2.3]", "localhost", "metadata.google.internal", "nas",
                    "0177.0.0.1")) {
                assertThatExceptionOfType(RefusedHostException.class)
                        .isThrownBy(() -> guard.send(http, get("http://" + host + "/"), BodyHandlers.ofString()));
            }
        }
        assertThat(this.forbidden.requests()).hasSize(1);
    }

    @Test
    void answerThatLeadsToTooManyHostsIsRefused() throws Exception {
        NetworkPolicy policy = policy().withLookups(resolver(name -> Stream.empty()));
        try (HttpClient http = policy.prepare(HttpClient.newBuilder()).build()) {
            NetworkGuard guard = policy.guard("r.example.com");
            for (int i = 0; i <= 1_000; i++) {
                String uri = "https://h" + i + ".test/";
                assertThatExceptionOfType(RefusedHostException.class)
                        .isThrownBy(() -> guard.send(http, get(uri), BodyHandlers.ofString()));
            }
        }
        assertThat(this.log).last().satisfies(refusal -> assertThat(refusal.isName()).isTrue());
    }

    @Test
    void connectionThatIsRefusedIsNoRefusalOfThePolicy() throws Exception {
        NetworkPolicy policy = policy(FORBIDDEN);
        this.forbidden.close();
        try (HttpClient http = policy.prepare(HttpClient.newBuilder()).build()) {
            assertThatIOException().isThrownBy(() -> policy.guard(FORBIDDEN + ":" + this.forbidden.port())
                    .send(http, get("http://" + FORBIDDEN + ":" + this.forbidden.port()), BodyHandlers.ofString()));
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
        return open(policy, host + ":" + this.forbidden.port());
    }

    private static Repository open(NetworkPolicy policy, String registry) {
        return Registries.ofService(RegistriesSettings.NONE, policy, _ -> {
        })
                .client(ImageReference.parse(registry + "/app"), Deadline.of(Limits.DEFAULTS));
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

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).build();
    }

    /** A resolver with another address for each lookup. The last one stays. */
    private static InetAddressResolver answers(String... addresses) {
        Queue<String> left = new ConcurrentLinkedQueue<>(List.of(addresses));
        return resolver(name -> Stream.of(left.size() > 1 ? left.remove() : left.element()));
    }

    private static InetAddressResolver resolver(Function<String, Stream<String>> addresses) {
        return new InetAddressResolver() {

            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return addresses.apply(host).map(InetAddress::ofLiteral);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                throw new UnknownHostException();
            }
        };
    }
}

package dev.tare.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.Certificates;
import dev.tare.fixture.ConnectProxy;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.TlsServer;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.network.NetworkPolicy;
import dev.tare.registry.login.Logins;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Registries behind an HTTP proxy. The proxy leads every name to a server of the test. */
@Timeout(60)
class ProxyTests {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(2), 2);

    private static final String BASIC = "Basic " + RegistryLogins.encoded("u:geheim");

    @TempDir
    static Path certificateFolder;

    static Certificates certificates;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() throws IOException, InterruptedException {
        certificates = Certificates.create(certificateFolder, "-ext", "san=dns:r.example.com");
    }

    @Test
    void tunnelLeadsToARegistryWithTls() throws IOException {
        try (TlsServer server = server();
                ConnectProxy proxy = ConnectProxy.start(null, _ -> "127.0.0.1:" + server.port())) {
            assertThat(read("HTTPS_PROXY", "http://" + proxy.host())).isEqualTo("{}");
            assertThat(proxy.requests()).allMatch(request -> request.startsWith("CONNECT r.example.com:443 "));
        }
    }

    @Test
    void passwordIsSentToTheProxyOnly() throws IOException {
        try (TlsServer server = server();
                ConnectProxy proxy = ConnectProxy.start(BASIC, _ -> "127.0.0.1:" + server.port())) {
            assertThat(read("HTTPS_PROXY", "http://u:geheim@" + proxy.host())).isEqualTo("{}");
        }
    }

    @Test
    void plainRegistryIsReachedThroughItsProxy() throws IOException {
        try (RawServer server = RawServer.start((_, out) -> RawServer.answer(out, 200, "{}"));
                ConnectProxy proxy = ConnectProxy.start(BASIC, _ -> server.host())) {
            Files.writeString(this.folder.resolve("registries.json"),
                    "{\"registries\": {\"r.example.com\": {\"plainHttp\": true}}}");
            assertThat(read("HTTP_PROXY", "http://u:geheim@" + proxy.host())).isEqualTo("{}");
            assertThat(proxy.requests()).containsExactly("GET http://r.example.com/v2/app/manifests/1 HTTP/1.1");
        }
    }

    @Test
    void missingPasswordNamesTheProxyAndTheRemedy() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.start(BASIC, _ -> "")) {
            assertFails("http://" + proxy.host(), proxy.host(), "407", "USER:PASSWORD");
            assertFails("http://u:geheim2@" + proxy.host(), proxy.host(), "407", "other credentials");
        }
    }

    @Test
    void refusalOfTheProxyNamesIt() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.start(null, _ -> "")) {
            assertFails("http://u:geheim@" + proxy.host(), proxy.host(), "403");
        }
    }

    @Test
    void proxyThatIsDownIsNamedWithoutItsPassword() throws IOException {
        ConnectProxy proxy = ConnectProxy.start(null, _ -> "");
        proxy.close();
        assertFails("http://u:geheim@" + proxy.host(), proxy.host(), "NO_PROXY");
        assertFails("http://u:geheim@proxy.invalid:3128", "proxy.invalid:3128", "unknown");
    }

    private void assertFails(String proxy, String... parts) {
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> read("HTTPS_PROXY", proxy))
                .satisfies(ex -> assertThat(ex.getMessage()).contains(parts).doesNotContain("geheim"));
    }

    private String read(String variable, String proxy) throws IOException {
        Path file = this.folder.resolve("registries.json");
        if (!Files.exists(file)) {
            Files.writeString(file,
                    "{\"registries\": {\"r.example.com\": {\"ca\": \"" + certificates.authority() + "\"}}}");
        }
        Map<String, String> environment = Map.of(variable, proxy);
        Connections connections = new Connections(NetworkPolicy.EVERYTHING, RegistriesSettings.read(file),
                new CertificateFolders(List.of()),
                environment::get);
        try (connections;
                RegistryClient client = new RegistryClient(ImageReference.parse("r.example.com/app"), connections,
                        Logins.none(), PATIENCE, Deadline.of(Limits.DEFAULTS), new Traffic())) {
            return new String(client.manifest("1").content(), StandardCharsets.UTF_8);
        }
    }

    private static TlsServer server() {
        return TlsServer.start(certificates.keys(), false, exchange -> {
            boolean hasLogin = exchange.getRequestHeaders().containsKey("Proxy-Authorization");
            exchange.sendResponseHeaders(hasLogin ? 400 : 200, 2);
            try (exchange) {
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}

package dev.tare.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import dev.tare.fixture.Certificates;
import dev.tare.fixture.TlsServer;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.network.NetworkPolicy;
import dev.tare.registry.login.Logins;
import dev.tare.tls.InvalidPemException;
import dev.tare.tls.TlsFiles;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Registries with certificates from a private authority. */
@Timeout(60)
class TlsTests {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(2), 2);

    @TempDir
    static Path certificateFolder;

    static Certificates certificates;

    static Certificates others;

    @TempDir
    Path folder;

    private TlsServer server = TlsServer.start(certificates.keys(), false, TlsTests::answer);

    @BeforeAll
    static void create() throws IOException, InterruptedException {
        certificates = Certificates.create(certificateFolder);
        others = Certificates.create(Files.createDirectory(certificateFolder.resolve("others")), "-ext",
                "san=dns:r.example.com");
    }

    @AfterEach
    void stop() {
        this.server.close();
    }

    @Test
    void authorityOfTheSettingsIsTrusted() throws IOException {
        assertThat(read(settings("\"ca\": \"" + certificates.authority() + "\""))).isEqualTo("{}");
    }

    @Test
    void filesAreReadOnce() throws IOException {
        Path authority = Files.copy(certificates.authority(), this.folder.resolve("ca.pem"));
        try (Connections connections = RegistryLogins.connections(settings("\"ca\": \"" + authority + "\""))) {
            TlsFiles files = connections.tls(ImageReference.parse(host() + "/app"), URI.create("https://" + host()));
            SSLContext first = connections.context(files);
            Files.delete(authority);
            assertThat(connections.context(files)).isSameAs(first);
        }
    }

    @Test
    void authorityInTheEnvironmentIsTrusted() {
        Connections connections = new Connections(NetworkPolicy.EVERYTHING, settings("\"plainHttp\": false"),
                new CertificateFolders(List.of()),
                variable -> variable.equals("SSL_CERT_FILE") ? certificates.authority().toString() : null);
        assertThat(read(connections)).isEqualTo("{}");
    }

    @Test
    void authorityInTheFolderOfTheRegistryIsTrusted() throws IOException {
        Path own = Files.createDirectories(this.folder.resolve(host()));
        Files.copy(certificates.authority(), own.resolve("any-name.crt"));
        assertThat(read(folders())).isEqualTo("{}");
    }

    @Test
    void folderOfAnotherPortDoesNotCount() throws IOException {
        Path other = Files.createDirectories(this.folder.resolve("localhost"));
        Files.copy(certificates.authority(), other.resolve("ca.crt"));
        assertThat(folders().address(ImageReference.parse(host() + "/app"))).hasScheme("http");
    }

    @Test
    void unknownAuthorityNamesTheRemedy() {
        assertFails(() -> read(settings("\"plainHttp\": false")), "an authority that is not trusted", "\"ca\"", host());
        assertFails(() -> read(settings("\"ca\": \"" + others.authority() + "\"")), "an authority that is not trusted");
    }

    @Test
    void expiredCertificateNamesTheRemedy() throws IOException, InterruptedException {
        Certificates expired = Certificates.create(Files.createDirectory(this.folder.resolve("expired")), "-ext",
                "san=dns:localhost", "-startdate", "-10d", "-validity", "5");
        serve(false, expired.keys());
        assertFails(() -> read(settings("\"ca\": \"" + expired.authority() + "\"")), "expired", "renew");
    }

    @Test
    void certificateForAnotherNameNamesTheRemedy() {
        serve(false, others.keys());
        assertFails(() -> read(settings("\"ca\": \"" + others.authority() + "\"")), "another host name", "localhost");
    }

    @Test
    void serverWithoutTlsNamesTheRemedy() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerPlain(plain));
            String host = "127.0.0.1:" + plain.getLocalPort();
            assertFails(() -> client(RegistryLogins.connections(settings(host, "\"plainHttp\": false")), host),
                    "without TLS", "\"plainHttp\"");
        }
    }

    @Test
    void clientCertificateIsSent() throws IOException {
        serve(true, certificates.keys());
        assertThat(read(settings("\"ca\": \"" + certificates.authority() + "\", \"certificate\": \""
                + certificates.clientCertificate() + "\", \"key\": \"" + certificates.clientKey() + "\"")))
                .isEqualTo("{}");
    }

    @Test
    void clientCertificateInTheFolderOfTheRegistryIsSent() throws IOException {
        serve(true, certificates.keys());
        Path own = Files.createDirectories(this.folder.resolve(host()));
        Files.copy(certificates.authority(), own.resolve("ca.crt"));
        Files.copy(certificates.clientCertificate(), own.resolve("client.cert"));
        assertFails(() -> read(folders()), "client.cert", "client.key");
        Files.copy(certificates.clientKey(), own.resolve("client.key"));
        assertThat(read(folders())).isEqualTo("{}");
        Files.delete(own.resolve("client.cert"));
        assertFails(() -> read(folders()), "client.key", "client.cert");
    }

    @Test
    void missingClientCertificateNamesTheRemedy() throws IOException {
        serve(true, certificates.keys());
        assertFails(() -> read(settings("\"ca\": \"" + certificates.authority() + "\"")), "client certificate",
                "\"certificate\" and \"key\"");
    }

    @Test
    void clientCertificateOfAnotherAuthorityNamesTheRemedy() throws IOException {
        serve(true, certificates.keys());
        assertFails(() -> read(settings("\"ca\": \"" + certificates.authority() + "\", \"certificate\": \""
                + others.clientCertificate() + "\", \"key\": \"" + others.clientKey() + "\"")), "client certificate");
    }

    @Test
    void filesThatDoNotBelongTogetherAreNamed() {
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> read(settings("\"certificate\": \"" + certificates.clientCertificate()
                        + "\", \"key\": \"" + certificates.serverKey() + "\"")));
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> read(settings("\"ca\": \"none.pem\"")))
                .withMessageContainingAll("none.pem", "does not exist");
    }

    @Test
    void authoritiesOfARegistryAreNotThoseOfAnother() throws IOException {
        Connections connections = RegistryLogins.connections(settings("\"ca\": \"" + certificates.authority() + "\""));
        ImageReference image = ImageReference.parse(host() + "/app");
        assertThat(connections.tls(image, connections.address(image)))
                .isEqualTo(connections.tls(ImageReference.parse(host() + "/other"), connections.address(image)))
                .isNotEqualTo(connections.tls(ImageReference.parse("r.io/app"), URI.create("https://r.io")));
    }

    private void assertFails(ThrowingCallable reading, String... parts) {
        assertThatExceptionOfType(RegistryException.class).isThrownBy(reading)
                .satisfies(ex -> assertThat(ex.getMessage()).contains(parts));
    }

    private String read(RegistriesSettings settings) {
        return read(RegistryLogins.connections(settings));
    }

    private String read(Connections connections) {
        return client(connections, host());
    }

    private static String client(Connections connections, String host) {
        try (connections;
                RegistryClient client = new RegistryClient(ImageReference.parse(host + "/app"), connections,
                        Logins.none(), PATIENCE, Deadline.of(Limits.DEFAULTS), new Traffic())) {
            return new String(client.manifest("1").content(), StandardCharsets.UTF_8);
        }
    }

    private Connections folders() {
        return new Connections(NetworkPolicy.EVERYTHING, RegistriesSettings.NONE,
                new CertificateFolders(List.of(this.folder.resolve("none"), this.folder)), _ -> null);
    }

    private RegistriesSettings settings(String members) {
        return settings(host(), members);
    }

    private RegistriesSettings settings(String host, String members) {
        try {
            return RegistriesSettings.read(Files.writeString(this.folder.resolve("registries.json"),
                    "{\"registries\": {\"" + host + "\": {" + members + "}}}"));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private String host() {
        return "localhost:" + this.server.port();
    }

    private void serve(boolean needsClient, KeyStore keys) {
        this.server.close();
        this.server = TlsServer.start(keys, needsClient, TlsTests::answer);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 2);
        try (exchange) {
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void answerPlain(ServerSocket plain) {
        while (true) {
            try (Socket connection = plain.accept()) {
                connection.getInputStream().read();
                connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                connection.shutdownOutput();
                connection.getInputStream().readAllBytes();
            } catch (IOException ex) {
                return;
            }
        }
    }
}

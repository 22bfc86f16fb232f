package dev.tare.command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.TareApplication;
import dev.tare.build.LocalRegistry;
import dev.tare.fixture.Artifacts;
import dev.tare.fixture.Certificates;
import dev.tare.fixture.ConnectProxy;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The command reads images from a real registry: anonymously, with a password, with tokens and over HTTPS. */
class RegistryImagesIT {

    private static final String LOGIN = "user:geheim";

    /** The user and the bcrypt digest of the password. */
    private static final String HTPASSWD = "user:$2y$05$abcdefghijklmnopqrstuuVWu8RjbNovPZWAMRdd7iqaaG0mI53Uu\n";

    @TempDir
    static Path folder;

    private static LocalRegistry open;

    @BeforeAll
    static void push() throws Exception {
        open = LocalRegistry.start(folder.resolve("open"), folder.resolve("storage"), "");
        ImageBuilder first = image("linux/amd64", "one");
        first.writeOciLayout(folder.resolve("first"));
        image("linux/amd64", "two").writeOciLayout(folder.resolve("second"));
        ImageBuilder.multiPlatformLayoutOf("", first, image("linux/s390x", "three"))
                .writeFolder(folder.resolve("platforms"));
        copy("first", "team/app:oci", "--format", "oci");
        copy("first", "team/app:docker", "--format", "v2s2");
        copy("second", "team/app:second", "--format", "oci");
        copy("platforms", "team/app:platforms", "--all");
        copy("platforms", "team/app:list", "--all", "--format", "v2s2");
    }

    @AfterAll
    static void stop() {
        open.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "oci", "docker", "platforms", "list" })
    void inspectReadsEachFamilyOfManifests(String tag) throws Exception {
        assertThat(files(open.reference("team/app:" + tag), "--platform", "linux/amd64")).contains("one");
    }

    @ParameterizedTest
    @ValueSource(strings = { "platforms", "list" })
    void inspectReadsTheSelectedPlatform(String tag) throws Exception {
        assertThat(files("registry://" + open.reference("team/app:" + tag), "--platform", "linux/s390x"))
                .contains("three")
                .doesNotContain("one");
    }

    @Test
    void compareReadsTwoNames() throws Exception {
        String output = run(0, Map.of(), "compare", open.reference("team/app:oci"), open.reference("team/app:second"));
        assertThat(output).contains("team/app:oci", "team/app:second");
    }

    @ParameterizedTest
    @ValueSource(strings = { "oci", "docker", "platforms", "list" })
    void sizesReadsEachFamilyOfManifests(String tag) throws Exception {
        String output = run(0, Map.of(), "sizes", open.reference("team/app:" + tag), "--platform", "linux/amd64",
                "--format", "json");
        assertThat(output).contains("\"layers\" : 2",
                "\"requests\" : " + (tag.startsWith("oci") || tag.startsWith("docker") ? 2 : 3));
    }

    @ParameterizedTest
    @ValueSource(strings = { "platforms", "list" })
    void sizesReadsAllPlatforms(String tag) throws Exception {
        assertThat(run(0, Map.of(), "sizes", open.reference("team/app:" + tag), open.reference("team/app:oci"),
                "--platform", "all")).contains("linux/amd64", "linux/s390x", "5 requests");
    }

    @Test
    void sizesWithABudgetHasItsStatus() throws Exception {
        assertThat(run(1, Map.of(), "sizes", open.reference("team/app:oci"), open.reference("team/app:second"),
                "--max-compressed", "10B")).contains("Budget exceeded", "more than the allowed 10", "1 shared layer");
    }

    @Test
    void inspectWhenTheTagIsMissingNamesTheCodeOfTheRegistry() throws Exception {
        assertThat(run(2, Map.of(), "inspect", open.reference("team/app:none"))).contains("repository team/app",
                "HTTP status 404: MANIFEST_UNKNOWN", "Check the name and the tag");
    }

    @Test
    void inspectWithAPasswordReadsTheLoginOfDocker() throws Exception {
        Path passwords = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("htpasswd.d"), folder.resolve("storage"),
                "auth: {htpasswd: {realm: r, path: '%s'}}".formatted(passwords))) {
            String reference = registry.reference("team/app:oci");
            assertThat(run(0, Map.of("DOCKER_CONFIG", login(registry.port(), LOGIN)), "files", reference))
                    .contains("one");
            assertThat(run(2, Map.of(), "files", reference)).contains("HTTP status 401", "docker login 127.0.0.1");
            assertThat(run(2, Map.of("DOCKER_CONFIG", login(registry.port(), "user:falsch")), "files", reference))
                    .contains("HTTP status 401: UNAUTHORIZED")
                    .doesNotContain("falsch");
        }
    }

    @Test
    void inspectWithTokensReadsTheLoginOfPodman() throws Exception {
        Certificates certificates = certificates("token");
        try (RawServer tokens = RawServer.start((request, out) -> answer(request, out, certificates.keys()));
                LocalRegistry registry = LocalRegistry.start(folder.resolve("token.d"), folder.resolve("storage"),
                        "auth: {token: {realm: 'http://%s/token', service: r, issuer: i, rootcertbundle: '%s'}}"
                                .formatted(tokens.host(), certificates.serverCertificate()))) {
            String reference = registry.reference("team/app:platforms");
            String file = Path.of(login(registry.port(), LOGIN), "config.json").toString();
            assertThat(run(0, Map.of("REGISTRY_AUTH_FILE", file), "files", reference, "--platform", "linux/amd64"))
                    .contains("one");
            assertThat(tokens.requests()).hasSize(1);
            assertThat(run(0, Map.of("REGISTRY_AUTH_FILE", file), "sizes", reference, reference, "--platform",
                    "linux/amd64")).contains("2 shared layers");
            assertThat(tokens.requests()).hasSize(2);
            assertThat(run(2, Map.of(), "files", reference)).contains("a token, sent to 127.0.0.1", "HTTP status 401");
        }
    }

    @Test
    void inspectOverHttpsTrustsTheAuthorityOfThisUser() throws Exception {
        Certificates certificates = certificates("tls");
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("tls.d"), folder.resolve("storage"),
                certificates, false)) {
            String reference = registry.reference("team/app:oci");
            Path configured = certificateFolder(registry.port());
            Files.copy(certificates("other").authority(), configured.resolve("ca.crt"));
            assertThat(run(2, Map.of(), "files", reference)).contains("authority that is not trusted");
            Files.copy(certificates.authority(), configured.resolve("right.crt"));
            assertThat(files(reference)).contains("one");
        }
    }

    @Test
    void inspectReadsTheLoginInTheEnvironment() throws Exception {
        Path passwords = Files.writeString(folder.resolve("environment"), HTPASSWD);
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("environment.d"), folder.resolve("storage"),
                "auth: {htpasswd: {realm: r, path: '%s'}}".formatted(passwords))) {
            String reference = registry.reference("team/app:oci");
            assertThat(run(0, Map.of("TARE_REGISTRY", "127.0.0.1:" + registry.port(), "TARE_REGISTRY_USERNAME", "user",
                    "TARE_REGISTRY_PASSWORD", "geheim"), "files", reference)).contains("one");
            assertThat(run(2, Map.of("TARE_REGISTRY_USERNAME", "user", "TARE_REGISTRY_PASSWORD", "geheim"), "files",
                    reference)).contains("TARE_REGISTRY").doesNotContain("geheim");
        }
    }

    @Test
    void inspectOverHttpsSendsTheCertificateOfThisUser() throws Exception {
        Certificates certificates = certificates("client");
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("client.d"), folder.resolve("storage"),
                certificates, true)) {
            String reference = registry.reference("team/app:docker");
            Path configured = certificateFolder(registry.port());
            Files.copy(certificates.authority(), configured.resolve("ca.crt"));
            assertThat(run(2, Map.of(), "files", reference)).contains("client certificate");
            Files.copy(certificates.clientCertificate(), configured.resolve("client.cert"));
            Files.copy(certificates.clientKey(), configured.resolve("client.key"));
            assertThat(files(reference)).contains("one");
        }
    }

    @Test
    void inspectAsksACredentialHelper() throws Exception {
        Path passwords = Files.writeString(folder.resolve("helper"), HTPASSWD);
        Path helper = Files.writeString(folder.resolve("docker-credential-tare-test"),
                "#!/bin/sh\nread server\necho \"{\\\"Username\\\":\\\"user\\\",\\\"Secret\\\":\\\"geheim\\\"}\"\n");
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        Path logins = Files.createTempDirectory(folder, "helpers");
        Files.writeString(logins.resolve("config.json"), "{\"credsStore\":\"tare-test\"}");
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("helper.d"), folder.resolve("storage"),
                "auth: {htpasswd: {realm: r, path: '%s'}}".formatted(passwords))) {
            String reference = registry.reference("team/app:oci");
            String path = folder + ":" + System.getenv("PATH");
            assertThat(run(0, Map.of("DOCKER_CONFIG", logins.toString(), "PATH", path), "files", reference))
                    .contains("one");
            assertThat(run(2, Map.of("DOCKER_CONFIG", logins.toString()), "files", reference))
                    .contains("docker-credential-tare-test");
        }
    }

    @Test
    void inspectReadsARegistryWithAPrivateAuthorityAndClientCertificates() throws Exception {
        Certificates certificates = Certificates.create(Files.createDirectory(folder.resolve("tls")));
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("tls.d"), folder.resolve("storage"),
                certificates, true)) {
            String reference = registry.reference("team/app:oci");
            String host = "127.0.0.1:" + registry.port();
            Path own = Files.writeString(folder.resolve("tls.json"), """
                    {"registries": {"%s": {"ca": "tls/ca.crt", "certificate": "tls/client.crt", "key": "tls/client.key"}}}
                    """.formatted(host));
            assertThat(run(0, Map.of(), "files", reference, "--registries", own.toString())).contains("one");
            assertThat(run(0, Map.of("TARE_REGISTRIES", own.toString()), "files", reference)).contains("one");
            Path unknown = Files.writeString(folder.resolve("unknown.json"),
                    "{\"registries\": {\"%s\": {\"plainHttp\": false}}}".formatted(host));
            assertThat(run(2, Map.of(), "files", "--registries", unknown.toString(), reference))
                    .contains("an authority that is not trusted", "\"ca\"");
            Path anonymous = Files.writeString(folder.resolve("anonymous.json"),
                    "{\"registries\": {\"%s\": {\"ca\": \"tls/ca.crt\"}}}".formatted(host));
            assertThat(run(2, Map.of(), "files", reference, "--registries", anonymous.toString()))
                    .contains("client certificate", "\"key\"");
            Path folders = Files.createDirectories(folder.resolve(".config/docker/certs.d/" + host));
            Files.copy(certificates.authority(), folders.resolve("ca.crt"));
            Files.copy(certificates.clientCertificate(), folders.resolve("client.cert"));
            Files.copy(certificates.clientKey(), folders.resolve("client.key"));
            assertThat(run(0, Map.of(), "files", reference)).contains("one");
        }
    }

    @Test
    void inspectReadsARegistryBehindAProxyWithAPassword() throws Exception {
        Certificates certificates = Certificates.create(Files.createDirectory(folder.resolve("behind")), "-ext",
                "san=dns:registry.example.com");
        String basic = "Basic " + Base64.getEncoder().encodeToString("me:p@ss".getBytes(StandardCharsets.UTF_8));
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("behind.d"), folder.resolve("storage"),
                certificates, false);
                ConnectProxy proxy = ConnectProxy.start(basic, _ -> "127.0.0.1:" + registry.port())) {
            Map<String, String> environment = Map.of("SSL_CERT_FILE", certificates.authority().toString(),
                    "HTTPS_PROXY", "http://me:p%40ss@" + proxy.host());
            assertThat(run(0, environment, "files", "registry.example.com/team/app:oci")).contains("one");
            assertThat(run(2, Map.of("HTTPS_PROXY", "http://me:wrong@" + proxy.host()), "files",
                    "registry.example.com/team/app:oci")).contains(proxy.host(), "407").doesNotContain("wrong");
        }
    }

    @Test
    void inspectReadsDockerHubFromAMirror() throws Exception {
        Path file = Files.writeString(folder.resolve("mirror.json"),
                "{\"registries\": {\"docker.io\": {\"mirrors\": [\"127.0.0.1:1\", \"127.0.0.1:%d\"]}}}"
                        .formatted(open.port()));
        assertThat(run(0, Map.of(), "inspect", "team/app:oci", "--registries", file.toString()))
                .contains("team/app:oci")
                .doesNotContain("127.0.0.1");
    }

    /** Debian's registry has no referrers API, so clients store an index under a tag. */
    @Test
    void referrersAreListedUnderTheirTagAndTheTagsOfCosign() throws Exception {
        String name = open.reference("team/app:platforms");
        JsonNode before = referrers(name);
        assertThat(before.at("/referrers").isEmpty()).isTrue();
        assertThat(before.at("/incompleteBecause").isNull()).isTrue();
        Digest index = Digest.parse(before.at("/index").asString());
        String bill = "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": []}";
        String artifact = Artifacts.manifest("application/spdx+json", index, "", "application/spdx+json", bill);
        List.of("{}", bill, "signature").forEach(RegistryImagesIT::upload);
        push(Digest.sha256Of(artifact.getBytes(StandardCharsets.UTF_8)).toString(), MediaType.OCI_MANIFEST, artifact);
        push("sha256-" + index.hex(), MediaType.OCI_INDEX,
                Artifacts.index(Artifacts.listed(artifact, "application/spdx+json", "")));
        push("sha256-" + index.hex() + ".sig", MediaType.OCI_MANIFEST,
                Artifacts.cosign("application/vnd.dev.cosign.simplesigning.v1+json", "signature", ""));
        JsonNode after = referrers(name);
        assertThat(after.at("/referrers").findValuesAsString("kind")).containsExactly("SBOM", "SIGNATURE");
        assertThat(after.at("/referrers").findValuesAsString("foundIn")).containsExactly("TAG", "COSIGN_TAG");
        assertThat(run(0, Map.of(), "referrers", name, "--sbom", "published", "--platform", "linux/amd64"))
                .contains("0 missing, 0 surplus, 0 the same");
        assertThat(run(0, Map.of(), "inspect", name, "--details", "--platform", "linux/amd64"))
                .containsPattern("Signatures +1 signature");
    }

    private static JsonNode referrers(String name) throws Exception {
        return JsonMapper.shared()
                .readTree(run(0, Map.of(), "referrers", name, "--format", "json", "--platform", "linux/amd64"));
    }

    private static void push(String version, MediaType type, String manifest) {
        assertThat(send("PUT", open("manifests/" + version), type.value(), manifest)
                .statusCode()).isEqualTo(201);
    }

    private static void upload(String blob) {
        String address = send("POST", open("blobs/uploads/"), "text/plain", "")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Digest digest = Digest.sha256Of(blob.getBytes(StandardCharsets.UTF_8));
        assertThat(send("PUT", address + "&digest=" + digest, "application/octet-stream", blob).statusCode())
                .isEqualTo(201);
    }

    private static String open(String path) {
        return "http://127.0.0.1:" + open.port() + "/v2/team/app/" + path;
    }

    private static HttpResponse<String> send(String method, String address, String type, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static Certificates certificates(String name) throws IOException, InterruptedException {
        return Certificates.create(Files.createDirectory(folder.resolve(name + ".certificates")));
    }

    /** The folder of this user for the certificates of the registry at this port. */
    private static Path certificateFolder(int port) throws IOException {
        return Files.createDirectories(folder.resolve(".config/containers/certs.d/127.0.0.1:" + port));
    }

    private static void answer(Request request, OutputStream out, KeyStore keys) throws IOException {
        String basic = "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
        String query = URLDecoder.decode(URI.create(request.path()).getRawQuery(), StandardCharsets.UTF_8);
        if (!query.equals("service=r&scope=repository:team/app:pull")
                || !basic.equals(request.headers().get("authorization"))) {
            RawServer.answer(out, 401, "{\"details\":\"wrong\"}");
            return;
        }
        try {
            RawServer.answer(out, 200, "{\"token\":\"" + token(keys) + "\"}");
        } catch (GeneralSecurityException ex) {
            throw new IOException(ex);
        }
    }

    private static String token(KeyStore keys) throws GeneralSecurityException {
        Certificate certificate = keys.getCertificate("server");
        long now = Instant.now().getEpochSecond();
        String content = part(Map.of("typ", "JWT", "alg", "ES256", "x5c",
                List.of(Base64.getEncoder().encodeToString(certificate.getEncoded())))) + "."
                + part(Map.of("iss", "i", "aud", "r", "sub", "user", "jti", "1", "iat", now, "nbf", now - 60, "exp",
                        now + 300, "access",
                        List.of(Map.of("type", "repository", "name", "team/app", "actions", List.of("pull")))));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign((PrivateKey) keys.getKey("server", Certificates.PASSWORD.toCharArray()));
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String part(Map<String, ?> value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JsonMapper.shared().writeValueAsBytes(value));
    }

    /** A folder with a {@code config.json} for the registry at this port. */
    private static String login(int port, String login) throws IOException {
        Path logins = Files.createTempDirectory(folder, "login");
        Files.writeString(logins.resolve("config.json"), "{\"auths\":{\"127.0.0.1:%d\":{\"auth\":\"%s\"}}}"
                .formatted(port, Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))));
        return logins.toString();
    }

    private static ImageBuilder image(String platform, String file) {
        return ImageBuilder.anImage("")
                .platform(platform)
                .layer(layer -> layer.file("base", "x"))
                .layer(
                        layer -> layer.file(file, file));
    }

    private static void copy(String layout, String name, String... options) throws Exception {
        start(Map.of(), 0,
                Stream.of(List.of("skopeo", "copy", "--insecure-policy", "--dest-tls-verify=false"), List.of(options),
                        List.of("oci:" + folder.resolve(layout), "docker://" + open.reference(name)))
                        .flatMap(List::stream)
                        .toList());
    }

    private static String files(String... arguments) throws Exception {
        return run(0, Map.of(), Stream.concat(Stream.of("files"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Runs the command without the logins of this user. */
    private static String run(int status, Map<String, String> environment, String... arguments) throws Exception {
        return start(environment, status, Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" + folder,
                        "-cp", System.getProperty("java.class.path"), TareApplication.class.getName()),
                Stream.of(arguments)).toList());
    }

    private static String start(Map<String, String> environment, int status, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("REGISTRY_AUTH_FILE", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "DOCKER_CONFIG",
                        "DOCKER_AUTH_CONFIG", "TARE_CACHE", "XDG_CACHE_HOME", "HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}

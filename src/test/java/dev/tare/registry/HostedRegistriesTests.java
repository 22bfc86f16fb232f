package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.registry.login.Logins;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that behave like known registries. {@code docs/REGISTRIES.md} has the sources. */
@Timeout(60)
class HostedRegistriesTests {

    private static final byte[] CONTENT = content();

    private static final Descriptor BLOB =
            new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(CONTENT), CONTENT.length, Map.of(), null);

    private static final String MANIFEST = "{\"schemaVersion\":2}";

    /** A storage with signed addresses, which refuses any other credentials. */
    private final RawServer storage = RawServer.start(HostedRegistriesTests::answerAsStorage);

    private RawServer server = RawServer.start((request, out) -> {
    });

    @AfterEach
    void stop() {
        this.server.close();
        this.storage.close();
    }

    @Test
    void dockerHubGrantsATokenForTheOfficialRepository() {
        start((request, out) -> answer(request, out, "/token", "registry.docker.io", "{\"token\":\"t\"}"));
        assertThat(manifest("library/nginx", RegistryLogins.none())).isEqualTo(MANIFEST);
        assertThat(this.server.requests()).extracting(Request::method).containsOnly("GET");
        assertThat(query(this.server.requests().get(1)))
                .isEqualTo("service=registry.docker.io&scope=repository:library/nginx:pull");
    }

    /** The token that it grants for a missing repository allows nothing. */
    @Test
    void dockerHubRefusesAMissingRepositoryLikeAPrivateOne() {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 200, "{\"token\":\"t\",\"access_token\":\"t\",\"expires_in\":300}");
            } else {
                RawServer.answer(out, 401,
                        "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\",\"detail\":"
                                + "[{\"Type\":\"repository\",\"Name\":\"team/none\",\"Action\":\"pull\"}]}]}",
                        challenge("/token", "registry.docker.io") + ",error=\"insufficient_scope\"");
            }
        });
        assertFails("team/none", RegistryLogins.none()).hasMessageContainingAll("HTTP status 401: UNAUTHORIZED",
                "Check the name", "docker login");
        assertThat(this.server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"errors":[{"code":"TOOMANYREQUESTS","message":"You have reached your pull rate limit."}]} | 429: TOOMANY
            {"message":"toomanyrequests: You have reached your pull rate limit."} | 429: toomanyrequests: You have
            Too Many Requests                                                     | 429: Too Many Requests
            """)
    void dockerHubLimitsPulls(String body, String shown) {
        start((request, out) -> RawServer.answer(out, 429, body, "ratelimit-limit: 100;w=21600",
                "ratelimit-remaining: 0;w=21600", "docker-ratelimit-source: 192.0.2.1", "Retry-After: 21600"));
        assertFails("library/nginx", RegistryLogins.none()).hasMessageContainingAll(shown,
                "Wait for the end of the rate limit");
        assertThat(this.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void githubRefusesATokenForAPrivatePackage(int status) {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, status, "{\"errors\":[{\"code\":\"DENIED\",\"message\":"
                        + "\"requested access to the resource is denied\"}]}");
            } else {
                RawServer.answer(out, 401, "", challenge("/token", "ghcr.io"));
            }
        });
        assertFails("owner/app", RegistryLogins.none())
                .hasMessageContainingAll("a token, sent to 127.0.0.1", "HTTP status " + status + ": DENIED",
                        "docker login");
        assertThat(this.server.requests()).hasSize(2);
    }

    /** A signed address is valid for some minutes. A layer may take longer. */
    @Test
    void githubRedirectsToStorageForAShortTime() throws IOException {
        RawServer[] storages = new RawServer[1];
        try (RawServer expiring = RawServer.start((request, out) -> {
            boolean isNew =
                    storages[0].requests().stream().filter(one -> one.path().equals(request.path())).count() == 1;
            String range = request.headers().get("range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            if (!isNew) {
                RawServer.answer(out, 403, "<Error><Code>AccessDenied</Code></Error>");
                return;
            }
            RawServer.head(out, from == 0 ? 200 : 206, CONTENT.length - from,
                    "Content-Range: bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
            out.write(CONTENT, from, Math.min(30_000, CONTENT.length - from));
        })) {
            storages[0] = expiring;
            start((request, out) -> RawServer.answer(out, 307, "", "Location: http://" + expiring.host()
                    + "/b?se=" + this.server.requests().size()));
            assertThat(blob("owner/app", RegistryLogins.none())).isEqualTo(CONTENT);
            assertThat(expiring.requests()).hasSizeBetween(4, 20).extracting(Request::method).containsOnly("GET");
        }
    }

    @Test
    void amazonTakesThePasswordOfTwelveHoursAndRedirectsToStorage() throws IOException {
        String login = "AWS:" + "e".repeat(2_000);
        start((request, out) -> {
            if (!("Basic " + RegistryLogins.encoded(login)).equals(request.headers().get("authorization"))) {
                RawServer.answer(out, 401, "Not Authorized",
                        "WWW-Authenticate: Basic realm=\"https://1.dkr.ecr.eu-west-1.amazonaws.com/\",service=\"ecr\"");
            } else {
                redirectToStorage(out);
            }
        });
        assertThat(blob("app", RegistryLogins.of(this.server.host(), login))).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Your Authorization Token has expired. Please run 'aws ecr get-login' to fetch a new one.",
            "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"Your Authorization Token has expired. Try again.\"}]}" })
    void amazonRefusesAnExpiredPasswordWithTheStatus403(String body) {
        start((request, out) -> {
            if (request.headers().containsKey("authorization")) {
                RawServer.answer(out, 403, body);
            } else {
                RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"ecr\"");
            }
        });
        assertFails("app", RegistryLogins.of(this.server.host(), "AWS:old")).hasMessageContainingAll("HTTP status 403",
                "Your Authorization Token has expired", "log in");
        assertThat(this.server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "oauth2accesstoken:ya29.x", "_json_key:{\n \"type\": \"service_account\", \"a\": \"b:c\\n\"\n}",
                    "_json_key_base64:eyJ4IjoxfQ==" })
    void googleTakesTokensAndKeysAsPasswords(String login) {
        start((request, out) -> {
            if (request.path().startsWith("/v2/token") && !("Basic " + RegistryLogins.encoded(login))
                    .equals(request.headers().get("authorization"))) {
                RawServer.answer(out, 403, "");
            } else {
                answer(request, out, "/v2/token", "europe-docker.pkg.dev", "{\"token\":\"t\"}");
            }
        });
        assertThat(manifest("project/repository/app", RegistryLogins.of(this.server.host(), login)))
                .isEqualTo(MANIFEST);
    }

    @Test
    void googleRefusesATokenWithoutALogin() {
        start((request, out) -> {
            if (request.path().startsWith("/v2/token")) {
                RawServer.answer(out, 403,
                        "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"Unauthenticated request. Unauthenticated "
                                + "requests do not have permission\"}]}");
            } else {
                RawServer.answer(out, 401, "", challenge("/v2/token", "europe-docker.pkg.dev"));
            }
        });
        assertFails("project/repository/app", RegistryLogins.none())
                .hasMessageContainingAll("HTTP status 403: DENIED: Unauthenticated request", "docker login");
    }

    @Test
    void azureExchangesTheRefreshTokenAndRedirectsToStorage() throws IOException {
        start((request, out) -> {
            if (request.path().equals("/oauth2/token")) {
                RawServer.answer(out, request.method().equals("POST")
                        && request.body().contains("grant_type=refresh_token") ? 200 : 400,
                        "{\"access_token\":\"a\"}");
            } else if ("Bearer a".equals(request.headers().get("authorization"))) {
                redirectToStorage(out);
            } else {
                RawServer.answer(out, 401, "", challenge("/oauth2/token", "r.azurecr.io"));
            }
        });
        String json = "{\"auths\":{\"%s\":{\"auth\":\"%s\",\"identitytoken\":\"refresh\"}}}".formatted(
                this.server.host(), RegistryLogins.encoded("00000000-0000-0000-0000-000000000000:"));
        assertThat(blob("app", RegistryLogins.ofJson(json))).isEqualTo(CONTENT);
    }

    @Test
    void harborGrantsATokenForARepositoryInAProject() {
        start((request, out) -> answer(request, out, "/service/token", "harbor-registry",
                "{\"token\":\"t\",\"access_token\":\"\",\"expires_in\":1800,\"issued_at\":\"2026-01-01T00:00:00Z\"}"));
        assertThat(manifest("project/team/app", RegistryLogins.none())).isEqualTo(MANIFEST);
        assertThat(query(this.server.requests().get(1)))
                .isEqualTo("service=harbor-registry&scope=repository:project/team/app:pull");
    }

    /** The answer is the same for a missing project. */
    @Test
    void harborRefusesAPrivateProjectWithTheStatus401() {
        start((request, out) -> {
            if (request.path().startsWith("/service/token")) {
                RawServer.answer(out, 200, "{\"token\":\"t\"}");
            } else {
                RawServer.answer(out, 401,
                        "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"unauthorized to access repository: "
                                + "project/app, action: pull\"}]}",
                        challenge("/service/token", "harbor-registry"));
            }
        });
        assertFails("project/app", RegistryLogins.of(this.server.host(), "robot$ci:geheim"))
                .hasMessageContainingAll("401: UNAUTHORIZED: unauthorized to access repository", "Check the name");
    }

    @Test
    void quaySendsManifestsOfOldFormsOnlyToClientsThatAcceptNoOthers() throws IOException {
        start((request, out) -> {
            String accept = String.valueOf(request.headers().get("accept"));
            if (request.path().contains("/blobs/")) {
                RawServer.answer(out, 302, "", "Location: http://" + this.storage.host() + "/b?Signature=x");
            } else if (request.path().startsWith("/v2/auth") || accept.contains(MediaType.OCI_INDEX.value())) {
                answer(request, out, "/v2/auth", "quay.io", "{\"token\":\"t\"}");
            } else {
                RawServer.answer(out, 200, "{\"schemaVersion\":1}",
                        "Content-Type: application/vnd.docker.distribution.manifest.v1+prettyjws");
            }
        });
        assertThat(manifest("team/app", RegistryLogins.none())).isEqualTo(MANIFEST);
        assertThat(blob("team/app", RegistryLogins.none())).isEqualTo(CONTENT);
    }

    @Test
    void quayRefusesAPrivateRepositoryWithTheStatus401() {
        start((request, out) -> {
            if (request.path().startsWith("/v2/auth")) {
                RawServer.answer(out, 200, "{\"token\":\"t\"}");
            } else {
                RawServer.answer(out, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"detail\":{},\"message\":"
                        + "\"access to the requested resource is not authorized\"}]}",
                        challenge("/v2/auth", "quay.io"));
            }
        });
        assertFails("team/app", RegistryLogins.none()).hasMessageContainingAll("401: UNAUTHORIZED: access to",
                "podman login");
    }

    private void answer(Request request, OutputStream out, String tokens, String service, String token)
            throws IOException {
        if (request.path().startsWith(tokens)) {
            RawServer.answer(out, 200, token);
        } else if ("Bearer t".equals(request.headers().get("authorization"))) {
            RawServer.answer(out, 200, MANIFEST, "Content-Type: " + MediaType.OCI_MANIFEST + "; charset=utf-8");
        } else {
            RawServer.answer(out, 401, "", challenge(tokens, service));
        }
    }

    private String challenge(String path, String service) {
        return "WWW-Authenticate: Bearer realm=\"http://" + this.server.host() + path + "\",service=\"" + service
                + "\",scope=\"repository:x:pull\"";
    }

    private void redirectToStorage(OutputStream out) throws IOException {
        RawServer.answer(out, 307, "", "Location: http://" + this.storage.host() + "/b?sig=a%2Bb%3D");
    }

    private static void answerAsStorage(Request request, OutputStream out) throws IOException {
        if (request.headers().containsKey("authorization")) {
            RawServer.answer(out, 400, "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed"
                    + "</Message></Error>");
        } else {
            RawServer.answer(out, 200, CONTENT, "Content-Type: application/octet-stream");
        }
    }

    private static String query(Request request) {
        return URLDecoder.decode(request.path().substring(request.path().indexOf('?') + 1), StandardCharsets.UTF_8);
    }

    private void start(Responder responder) {
        this.server.close();
        this.server = RawServer.start(responder);
    }

    private String manifest(String repository, Logins logins) {
        try (RegistryClient client = client(repository, logins)) {
            return new String(client.manifest("1").content(), StandardCharsets.UTF_8);
        }
    }

    private byte[] blob(String repository, Logins logins) throws IOException {
        try (RegistryClient client = client(repository, logins); InputStream blob = client.blob(BLOB)) {
            return blob.readAllBytes();
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails(String repository, Logins logins) {
        return assertThatThrownBy(() -> manifest(repository, logins)).isInstanceOf(RegistryException.class);
    }

    private RegistryClient client(String repository, Logins logins) {
        return RegistryLogins.client(ImageReference.parse(this.server.host() + "/" + repository), logins,
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5),
                        Duration.ofMillis(1), Duration.ofSeconds(2), 4));
    }

    private static byte[] content() {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        return content;
    }
}

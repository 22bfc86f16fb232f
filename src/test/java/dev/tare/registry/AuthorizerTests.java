package dev.tare.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.registry.login.Logins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class AuthorizerTests {

    private static final String MANIFEST = "{}";

    private static final String LOGIN = "user:geheim";

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(2), 4);

    private RawServer server = RawServer.start((request, out) -> {
    });

    @AfterEach
    void stop() {
        this.server.close();
    }

    @Test
    void passwordIsSentWhenItIsAskedFor() {
        start((request, out) -> answerOr401(request, out, "Basic " + RegistryLogins.encoded(LOGIN),
                "Basic realm=\"r\""));
        try (RegistryClient client = client(RegistryLogins.of(this.server.host(), LOGIN))) {
            assertThat(client.manifest("1").content()).asString().isEqualTo(MANIFEST);
            client.manifest("2");
        }
        assertThat(this.server.requests()).hasSize(3);
        assertThat(this.server.requests().getFirst().headers()).doesNotContainKey("authorization");
    }

    @Test
    void passwordThatIsWrongFailsWithoutBeingShown() {
        start((request, out) -> RawServer.answer(out, 401,
                "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\"}]}",
                "WWW-Authenticate: Basic realm=\"r\""));
        assertFails(RegistryLogins.of(this.server.host(), LOGIN), "HTTP status 401: UNAUTHORIZED", "docker login "
                + this.server.host());
        assertThat(this.server.requests()).hasSize(2);
    }

    @Test
    void passwordThatIsMissingNamesTheRemedy() {
        start((request, out) -> RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"r\""));
        assertFails(RegistryLogins.none(), "HTTP status 401", "podman login " + this.server.host());
    }

    @Test
    void unknownChallengeFails() {
        start((request, out) -> RawServer.answer(out, 401, "", "WWW-Authenticate: Negotiate"));
        assertFails(RegistryLogins.of(this.server.host(), LOGIN), "HTTP status 401");
        assertThat(this.server.requests()).hasSize(1);
    }

    @Test
    void tokenIsRequestedForPullingFromTheRepository() {
        start(this::answerWithTokens);
        try (RegistryClient client = client(RegistryLogins.none())) {
            assertThat(client.manifest("1").content()).asString().isEqualTo(MANIFEST);
            client.manifest("2");
        }
        List<Request> requests = this.server.requests();
        assertThat(requests).hasSize(4);
        assertThat(requests.get(1).path()).isEqualTo("/token?service=r.io&scope=repository%3Ateam%2Fapp%3Apull");
        assertThat(requests.get(1).headers()).doesNotContainKey("authorization");
    }

    @Test
    void tokenIsRequestedWithThePassword() {
        start(this::answerWithTokens);
        try (RegistryClient client = client(RegistryLogins.of(this.server.host(), LOGIN))) {
            client.manifest("1");
        }
        assertThat(this.server.requests().get(1).headers()).containsEntry("authorization",
                "Basic " + RegistryLogins.encoded(LOGIN));
    }

    @Test
    void identityTokenIsExchanged() {
        start(this::answerWithTokens);
        String json = "{\"auths\":{\"%s\":{\"identitytoken\":\"id+1\"}}}".formatted(this.server.host());
        try (RegistryClient client = client(RegistryLogins.ofJson(json))) {
            client.manifest("1");
        }
        assertThat(this.server.requests().get(1)).satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/token");
            assertThat(request.body()).isEqualTo("service=r.io&scope=repository%3Ateam%2Fapp%3Apull"
                    + "&grant_type=refresh_token&client_id=tare&refresh_token=id%2B1");
        });
    }

    @Test
    void errorOfATokenServerDoesNotShowTheRequest() {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 400, "{\"message\":\"bad request " + request.body() + "\"}");
            } else {
                answerOr401(request, out, "none", bearer());
            }
        });
        String json = "{\"auths\":{\"%s\":{\"identitytoken\":\"abcd+ef\"}}}".formatted(this.server.host());
        try (RegistryClient client = client(RegistryLogins.ofJson(json))) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> client.manifest("1"))
                    .withMessageContaining("bad request")
                    .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("abcd"));
        }
    }

    @Test
    void tokenThatExpiresIsRenewed() {
        AtomicInteger issued = new AtomicInteger();
        AtomicInteger uses = new AtomicInteger();
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                uses.set(0);
                RawServer.answer(out, 200, "{\"access_token\":\"t" + issued.incrementAndGet() + "\"}");
            } else {
                String valid = uses.incrementAndGet() > 2 ? "none" : "Bearer t" + issued.get();
                answerOr401(request, out, valid, bearer());
            }
        });
        try (RegistryClient client = client(RegistryLogins.none())) {
            for (int i = 0; i < 6; i++) {
                client.manifest("1");
            }
        }
        assertThat(issued).hasValueGreaterThan(2);
    }

    /** Some registries ask for a token for some requests only, such as those for referrers. */
    @Test
    void slowTokenServerDelaysOnlyRequestsThatNeedTheToken() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                asked.countDown();
                await(answered);
                RawServer.answer(out, 200, "{\"token\":\"t1\"}");
            } else if (request.path().endsWith("/public")) {
                RawServer.answer(out, 200, MANIFEST);
            } else {
                answerOr401(request, out, "Bearer t1", bearer());
            }
        });
        try (RegistryClient client = client(RegistryLogins.none());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoredManifest>> slow = List.of(executor.submit(() -> client.manifest("1")),
                    executor.submit(() -> client.manifest("2")));
            await(asked);
            assertThat(client.manifest("public").content()).asString().isEqualTo(MANIFEST);
            answered.countDown();
            for (Future<StoredManifest> one : slow) {
                assertThat(one.get().content()).asString().isEqualTo(MANIFEST);
            }
        }
        assertThat(this.server.requests()).extracting(Request::path)
                .filteredOn(path -> path.startsWith("/token"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/token", "http://r.example.com/token", "http://localhost:1/token",
            "ftp://r.io/", "token", "", "https://user:geheim@auth.io/token", "https://auth.io/token#x" })
    void tokenServerWithoutHttpsIsRefused(String realm) {
        start((request, out) -> RawServer.answer(out, 401, "", "WWW-Authenticate: Bearer realm=\"" + realm + "\""));
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> {
            try (RegistryClient client = client(RegistryLogins.of(this.server.host(), LOGIN))) {
                client.manifest("1");
            }
        }).withMessageContaining("tokens must come over https");
        assertThat(this.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[]", "{\"token\":\"\"}", "{\"token\":7}", "{\"token\":\"a\\r\\nb: c\"}",
            "{\"token\":\"t", "{\"token\":\"a b\"}" })
    void tokenThatIsNoneFails(String answer) {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 200, answer);
            } else {
                RawServer.answer(out, 401, "", "WWW-Authenticate: " + bearer());
            }
        });
        assertFails(RegistryLogins.none(), "sends no token that can be used");
    }

    @Test
    void tokenWithoutEndFails() {
        byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        start((request, out) -> {
            if (!request.path().startsWith("/token")) {
                RawServer.answer(out, 401, "", "WWW-Authenticate: " + bearer());
                return;
            }
            RawServer.head(out, 200, -1);
            out.write("{\"token\":\"".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(part);
            }
        });
        assertFails(RegistryLogins.none(), "sends no token that can be used");
    }

    @Test
    void tokenServerThatRefusesIsReported() {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 401, "{\"details\":\"incorrect username or password\"}");
            } else {
                RawServer.answer(out, 401, "", "WWW-Authenticate: " + bearer());
            }
        });
        assertFails(RegistryLogins.of(this.server.host(), LOGIN), "a token", "HTTP status 401",
                "incorrect username or password");
        assertThat(this.server.requests()).hasSize(2);
    }

    @Test
    void tokenServerThatIsBusyIsAskedAgain() {
        AtomicInteger count = new AtomicInteger();
        start((request, out) -> {
            if (request.path().startsWith("/token") && count.incrementAndGet() < 3) {
                RawServer.answer(out, 503, "");
            } else {
                answerWithTokens(request, out);
            }
        });
        try (RegistryClient client = client(RegistryLogins.none())) {
            assertThat(client.manifest("1").content()).asString().isEqualTo(MANIFEST);
        }
    }

    @Test
    void tokenThatIsNeverAcceptedFails() {
        start((request, out) -> {
            if (request.path().startsWith("/token")) {
                RawServer.answer(out, 200, "{\"token\":\"t" + this.server.requests().size() + "\"}");
            } else {
                RawServer.answer(out, 401, "", "WWW-Authenticate: " + bearer());
            }
        });
        assertFails(RegistryLogins.none(), "HTTP status 401");
        assertThat(this.server.requests()).hasSize(3);
    }

    private void assertFails(Logins files, String... parts) {
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> {
            try (RegistryClient client = client(files)) {
                client.manifest("1");
            }
        })
                .satisfies(ex -> assertThat(ex.getMessage()).contains(parts)
                        .contains("team/app")
                        .doesNotContain("geheim", RegistryLogins.encoded(LOGIN)));
    }

    private void answerWithTokens(Request request, OutputStream out) throws IOException {
        if (request.path().startsWith("/token")) {
            RawServer.answer(out, 200, "{\"token\":\"t1\",\"expires_in\":60}");
        } else {
            answerOr401(request, out, "Bearer t1", bearer());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private String bearer() {
        return "Bearer realm=\"http://" + this.server.host() + "/token\",service=\"r.io\",scope=\"x\"";
    }

    private static void answerOr401(Request request, OutputStream out, String valid, String challenge)
            throws IOException {
        if (valid.equals(request.headers().get("authorization"))) {
            RawServer.answer(out, 200, MANIFEST);
        } else {
            RawServer.answer(out, 401, "", "WWW-Authenticate: " + challenge);
        }
    }

    private void start(Responder responder) {
        this.server.close();
        this.server = RawServer.start(responder);
    }

    private RegistryClient client(Logins files) {
        return RegistryLogins.client(ImageReference.parse(this.server.host() + "/team/app"), files, PATIENCE);
    }
}

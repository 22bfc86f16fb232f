package dev.tare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.Certificates;
import dev.tare.fixture.FakeEngine;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each answer of an engine ends with the right content or with a clear error. */
@Timeout(60)
class EngineTests {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final String PLATFORM =
            "{\"Id\":\"sha256:ab\",\"Os\":\"linux\",\"Architecture\":\"arm\",\"Variant\":\"v7\"}";

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @TempDir
    private Path folder;

    private @Nullable FakeEngine fake;

    @AfterEach
    void stop() {
        if (this.fake != null) {
            this.fake.close();
        }
    }

    @ParameterizedTest
    @CsvSource({ "1.41, 1.12, v1.41", "1.52, 1.44, v1.48", "1.60, 1.50, v1.50", "1.41, , v1.41", "2.1, 1.44, v1.48",
            "1.41, x, v1.41" })
    void platformUsesTheNewestCommonVersion(String newest, @Nullable String oldest, String used) {
        Engine engine = start((request, out) -> RawServer.answer(out, 200, request.path().equals("/version")
                ? "{\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\"}".formatted(newest, oldest)
                : PLATFORM));
        assertThat(engine.find("app").platform()).isEqualTo(Platform.parse("linux/arm/v7"));
        assertThat(engine.find("team/app:1@sha256:ab").platform()).isNotNull();
        assertThat(paths()).containsExactly("/version", "/" + used + "/images/app/json",
                "/" + used + "/images/team/app:1@sha256:ab/json");
    }

    @Test
    void platformWhenTheImageIsMissingNamesTheNextSteps() {
        Engine engine = answering(404, "{\"message\":\"No such image: app:latest\"}");
        assertFails(() -> engine.find("app").platform(), "no-such-image", "no image \"app\"", "docker pull",
                this.folder.toString());
        assertThat(engine.has("app")).isFalse();
    }

    @Test
    void hasWhenTheEngineHasTheImageReturnsTrue() {
        assertThat(answering(200, PLATFORM).has("app")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 400, 401, 403, 500, 503 })
    void platformWhenTheStatusIsNoSuccessQuotesTheMessage(int status) {
        Engine engine = answering(status, "{\"message\":\"disk full\"}");
        assertFails(() -> engine.find("app").platform(), "engine-status", "HTTP status " + status + ": disk full.");
        assertFails(() -> engine.has("app"), "engine-status");
        assertFails(() -> engine.images(1), "engine-status");
        assertFails(() -> engine.save("app", null), "engine-status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", "[]", "{", "{}", "<html>", "{\"Os\":1,\"Architecture\":\"arm\"}", "{\"Os\":\"linux\"}",
                    "{\"Id\":\"../x\",\"Os\":\"linux\",\"Architecture\":\"arm\"}" })
    void platformWhenTheDocumentIsNoneOfTheApiThrowsException(String document) {
        assertFails(() -> answering(200, document).find("app").platform(), "engine-answer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "{}", "{\"ApiVersion\":\"../..\"}", "{\"ApiVersion\":\"1.41\\r\\nX: y\"}" })
    void platformWhenTheVersionIsInvalidThrowsException(String document) {
        Engine engine = start((request, out) -> RawServer.answer(out, 200, document));
        assertFails(() -> engine.find("app").platform(), "engine-answer");
        assertThat(paths()).containsExactly("/version");
    }

    @ParameterizedTest
    @ValueSource(strings = { "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}", "HTTP/1.1 200 OK\r\n", "" })
    void platformWhenTheAnswerIsInvalidThrowsException(String answer) {
        assertFails(() -> writing(answer).find("app").platform(), "engine-unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = { "x: y\r\n", "x", "HTTP/1.1 100 Continue\r\n\r\n" })
    void platformWhenTheHeadersDoNotEndThrowsException(String repeated) {
        Engine engine = start((request, out) -> {
            write(out, repeated.startsWith("HTTP") ? "" : "HTTP/1.1 200 OK\r\n");
            while (true) {
                write(out, repeated);
            }
        });
        assertFails(() -> engine.find("app").platform(), "engine-unreachable");
    }

    @Test
    void platformWhenTheDocumentDoesNotEndThrowsException() {
        Engine engine = versioned((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\n\r\n{\"Os\":\"");
            while (true) {
                write(out, "x".repeat(1000));
            }
        });
        assertFails(() -> engine.find("app").platform(), "engine-answer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{", CHUNKED + "5\r\n{" })
    void platformWhenTheEngineStallsThrowsException(String before) {
        Engine engine = versioned((request, out) -> {
            write(out, before);
            stall();
        });
        assertFails(() -> engine.find("app").platform(), "engine-unreachable", "sends nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = { CHUNKED + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\ncontent-length:  5 \r\n\r\nabcdefgh",
            "HTTP/1.1 200\n\nabcde",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: CHUNKED\r\n\r\n0005\r\nabcde\r\n0\r\n\r\n" })
    void saveReadsEachFormOfABody(String answer) throws IOException {
        try (InputStream archive = writing(answer).save("app", null)) {
            assertThat(archive.readAllBytes()).asString().isEqualTo("abcde");
            assertThat(archive.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "3\r\nab", "3\r\nabcde\r\n0\r\n\r\n", "3\r\nabc\r\n", "x\r\nabc", "-1\r\n", "3\r\nabc\r\n0\r\n",
                    "fffffffffffffff\r\nabc", "ffffffffffffffffff\r\nabc", "\r\n" })
    void saveWhenAChunkIsInvalidThrowsException(String body) {
        InputStream archive = writing(CHUNKED + body).save("app", null);
        assertFails(archive::readAllBytes, "engine-unreachable", "the archive of \"app\"");
    }

    @Test
    void saveWhenTheEngineStallsThrowsException() {
        Engine engine = versioned((request, out) -> {
            write(out, CHUNKED + "3\r\nabc\r\n");
            stall();
        });
        assertFails(() -> engine.save("app", null).readAllBytes(), "engine-unreachable", "sends nothing");
    }

    @Test
    void saveWaitsWhileTheEnginePreparesTheArchive() throws IOException {
        Engine engine = versioned((request, out) -> {
            pause(PATIENCE.multipliedBy(3));
            RawServer.answer(out, 200, "abc");
        });
        assertThat(engine.save("app", null).readAllBytes()).asString().isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void saveEndsAtTheDeadline(boolean stalls) {
        Engine engine = engine(versionedFake((request, out) -> {
            write(out, CHUNKED);
            while (!stalls) {
                write(out, "1\r\na\r\n");
                pause(Duration.ofMillis(20));
            }
            stall();
        }), Duration.ofSeconds(50), Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 600)));
        InputStream archive = engine.save("app", null);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(archive::readAllBytes);
    }

    @Test
    void saveSelectsThePlatformOnlyInVersionsThatKnowIt() {
        Platform platform = Platform.parse("linux/arm64");
        start((request, out) -> RawServer.answer(out, 200, "{\"ApiVersion\":\"1.48\"}")).save("app", platform);
        assertThat(paths().getLast())
                .isEqualTo(
                        "/v1.48/images/app/get?platform=%7B%22os%22%3A%22linux%22%2C%22architecture%22%3A%22arm64%22%7D");
        start((request, out) -> RawServer.answer(out, 200, "{\"ApiVersion\":\"1.47\"}")).save("app", platform);
        assertThat(paths().getLast()).isEqualTo("/v1.47/images/app/get");
    }

    @Test
    void platformsAreThoseWithContentFromTheVersionThatListsThem() {
        String document = """
                {"Id":"sha256:ab","Os":"linux","Architecture":"amd64","Manifests":[
                 {"Kind":"image","Available":true,"ImageData":{"Platform":{"os":"linux","architecture":"arm64"}}},
                 {"Kind":"image","Available":false,"ImageData":{"Platform":{"os":"linux","architecture":"s390x"}}},
                 {"Kind":"image","Available":true,"ImageData":{}},
                 {"Kind":"image","Available":true,"ImageData":{"Platform":{"os":"linux","architecture":"amd64"}}},
                 {"Kind":"attestation","Available":true}]}""";
        assertThat(start((request, out) -> RawServer.answer(out, 200, request.path().equals("/version")
                ? "{\"ApiVersion\":\"1.48\"}"
                : document)).platforms("app")).hasToString("[linux/arm64, linux/amd64]");
        assertThat(paths().getLast()).isEqualTo("/v1.48/images/app/json?manifests=1");
        assertThat(answering(200, PLATFORM).platforms("app")).hasToString("[linux/arm/v7]");
        assertThat(paths().getLast()).isEqualTo("/v1.41/images/app/json");
        assertFails(() -> answering(404, "{}").platforms("app"), "no-such-image");
    }

    @Test
    void imagesListsNamesSizesAndTimes() {
        Engine engine = answering(200, """
                [{"Id":"sha256:ab","RepoTags":["app:1","app:2"],"Size":300,"Created":1700000000,"Labels":{"x":"y"}},
                 {"Id":"sha256:cd","RepoTags":["<none>:<none>"],"Size":-1},{"Id":"ef","RepoTags":null}]""");
        assertThat(engine.images(3)).satisfiesExactly(
                image -> {
                    assertThat(image.id()).isEqualTo("sha256:ab");
                    assertThat(image.names()).containsExactly("app:1", "app:2");
                    assertThat(image.size()).isEqualTo(300);
                    assertThat(image.created()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
                }, image -> assertThat(image.names()).isEmpty(), image -> assertThat(image.id()).isEqualTo("ef"));
        assertThat(engine.images(1)).hasSize(1);
    }

    @Test
    void imagesLeavesOutInvalidNamesAndIds() {
        Engine engine = answering(200, """
                [{"Id":"$(touch x)","RepoTags":["app:0"]},
                 {"Id":"sha256:ab","RepoTags":["$(touch x)","a b","app:1","app:$(x)","-x","docker://app","A"]}]""");
        assertThat(engine.images(3)).singleElement()
                .satisfies(image -> assertThat(image.names()).containsExactly("app:1"));
    }

    @Test
    void imagesWhenTheListDoesNotEndReadsTheFirstOnes() {
        Engine engine = versioned((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\n\r\n[{\"Id\":\"a\"}");
            while (true) {
                write(out, ",{\"Id\":\"a\"}");
            }
        });
        assertThat(engine.images(1_000)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[1]", "[{\"Id\":1}", "" })
    void imagesWhenTheAnswerIsNoListThrowsException(String body) {
        assertFails(() -> answering(200, body).images(10), "engine-answer");
    }

    @Test
    void platformThroughTlsPresentsTheClientCertificate() throws Exception {
        Certificates certificates = Certificates.create(this.folder);
        Path keys = Files.createDirectory(this.folder.resolve("keys"));
        Files.copy(certificates.authority(), keys.resolve("ca.pem"));
        Files.copy(certificates.clientCertificate(), keys.resolve("cert.pem"));
        Files.copy(certificates.clientKey(), keys.resolve("key.pem"));
        FakeEngine tls = FakeEngine.onTls(certificates, EngineTests::answerPlatform);
        this.fake = tls;
        Map<String, String> settings = Map.of("DOCKER_HOST", tls.address(), "DOCKER_CERT_PATH", keys.toString(),
                "DOCKER_TLS_VERIFY", "1");
        assertThat(docker(settings).find("app").platform().architecture()).isEqualTo("arm");
        assertFails(() -> docker(Map.of("DOCKER_HOST", tls.address())).find("app").platform(), "engine-unreachable");
        Files.delete(keys.resolve("cert.pem"));
        assertFails(() -> docker(settings).find("app").platform(), "engine-unreachable", "cert.pem");
        Files.delete(keys.resolve("ca.pem"));
        assertFails(() -> docker(settings).find("app").platform(), "engine-unreachable", "cert.pem");
    }

    @Test
    void platformOverTcpReadsTheEngine() {
        try (RawServer server = RawServer.start(EngineTests::answerPlatform)) {
            assertThat(docker(Map.of("DOCKER_HOST", "tcp://" + server.host())).find("app").platform().os())
                    .isEqualTo("linux");
        }
    }

    @Test
    void platformWithoutAnEngineNamesThePlaces() throws IOException {
        Path none = this.folder.resolve("none.sock");
        assertFails(() -> docker(Map.of("DOCKER_HOST", "unix://" + none)).find("app").platform(), "engine-unreachable",
                "no Docker engine", none.toString(), "DOCKER_HOST");
        assertFails(() -> new Engines(Map.of("XDG_RUNTIME_DIR", this.folder.toString())::get, this.folder)
                .engine(EngineKind.PODMAN, Deadline.of(Limits.DEFAULTS))
                .find("app")
                .platform(), "engine-unreachable", "Podman engine");
        FakeEngine gone = FakeEngine.onSocket(this.folder, EngineTests::answerPlatform);
        gone.close();
        assertFails(() -> docker(Map.of("DOCKER_HOST", gone.address())).find("app").platform(), "engine-unreachable",
                "refuses the connection");
        assertFails(() -> docker(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")).find("app").platform(),
                "engine-unreachable",
                "refuses the connection");
        assertFails(() -> docker(Map.of("DOCKER_HOST", "unix:///" + "x".repeat(200))).find("app").platform(),
                "engine-unreachable");
    }

    @Test
    void engineWithoutASettingAndASocketIsAbsent() {
        EngineAddress usual = new EngineAddress.Unix(this.folder.resolve("none"), null);
        EngineAddress set = new EngineAddress.Unix(this.folder.resolve("none"), "DOCKER_HOST");
        IOException cause = new IOException("none");
        assertThat(EngineException.unreachable(EngineKind.DOCKER, Map.of(usual, cause)).isAbsent()).isTrue();
        assertThat(EngineException.unreachable(EngineKind.DOCKER, Map.of(set, cause)).isAbsent()).isFalse();
    }

    @Test
    void platformWhenTheFirstSocketIsStaleUsesTheNextOne() throws IOException {
        Path run = Files.createDirectories(this.folder.resolve(".docker/run"));
        FakeEngine.onSocket(this.folder, EngineTests::answerPlatform).close();
        Files.move(this.folder.resolve("engine.sock"), this.folder.resolve("docker.sock"));
        this.fake = FakeEngine.onSocket(run, EngineTests::answerPlatform);
        Files.createSymbolicLink(run.resolve("docker.sock"), run.resolve("engine.sock"));
        Engine engine = new Engine(new EngineRequests(EngineKind.DOCKER,
                new AddressSearch(Map.of("XDG_RUNTIME_DIR", this.folder.toString())::get, this.folder)
                        .find(EngineKind.DOCKER)
                        .stream()
                        .skip(1)
                        .toList(),
                PATIENCE, Deadline.of(Limits.DEFAULTS)));
        assertThat(engine.has("app")).isTrue();
    }

    @Test
    void localWithoutASocketIsNull() {
        Deadline deadline = Deadline.of(Limits.DEFAULTS);
        assertThat(new Engines(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")::get, this.folder)
                .local(EngineKind.DOCKER, deadline)).isNull();
        assertThat(new Engines(Map.of("DOCKER_HOST", "nonsense")::get, this.folder).local(EngineKind.DOCKER, deadline))
                .isNull();
        this.fake = FakeEngine.onSocket(this.folder, EngineTests::answerPlatform);
        assertThat(new Engines(Map.of("DOCKER_HOST", this.fake.address())::get, this.folder).local(EngineKind.DOCKER,
                deadline)).isNotNull();
    }

    private Engine docker(Map<String, String> environment) {
        return new Engines(environment::get, this.folder, Duration.ofSeconds(10)).engine(EngineKind.DOCKER,
                Deadline.of(Limits.DEFAULTS));
    }

    private Engine answering(int status, String body) {
        return versioned((request, out) -> RawServer.answer(out, status, body));
    }

    private Engine writing(String answer) {
        return versioned((request, out) -> write(out, answer));
    }

    private Engine versioned(Responder responder) {
        return engine(versionedFake(responder), PATIENCE, Deadline.of(Limits.DEFAULTS));
    }

    private FakeEngine versionedFake(Responder responder) {
        return fake((request, out) -> {
            if (!FakeEngine.answersVersion(request, out)) {
                responder.answer(request, out);
            }
        });
    }

    private Engine start(Responder responder) {
        return engine(fake(responder), PATIENCE, Deadline.of(Limits.DEFAULTS));
    }

    private FakeEngine fake(Responder responder) {
        try {
            stop();
            this.fake = FakeEngine.onSocket(Files.createTempDirectory(this.folder, "s"), responder);
            return this.fake;
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private Engine engine(FakeEngine started, Duration patience, Deadline deadline) {
        return new Engines(Map.of("DOCKER_HOST", started.address())::get, this.folder, patience)
                .engine(EngineKind.DOCKER, deadline);
    }

    private List<String> paths() {
        return this.fake == null ? List.of() : this.fake.paths();
    }

    private static void assertFails(ThrowingCallable action, String rule, String... texts) {
        assertThatExceptionOfType(EngineException.class).isThrownBy(action).satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.message(text -> text)).endsWith(".");
            assertThat(texts).allSatisfy(text -> assertThat(problem.message(same -> same)).contains(text));
        });
    }

    private static void answerPlatform(Request request, OutputStream out) throws IOException {
        if (!FakeEngine.answersVersion(request, out)) {
            RawServer.answer(out, 200, PLATFORM);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void stall() {
        pause(Duration.ofSeconds(60));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}

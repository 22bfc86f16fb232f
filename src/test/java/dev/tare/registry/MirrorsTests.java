package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class MirrorsTests {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofSeconds(2), 3);

    private static final byte[] CONTENT = "x".repeat(100_000).getBytes();

    private static final Descriptor BLOB =
            new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(CONTENT), CONTENT.length, Map.of(), null);

    private static final Responder GOOD = (request, out) -> RawServer.answer(out, 200,
            request.path().contains("/blobs/") ? CONTENT : "{}".getBytes());

    @TempDir
    Path folder;

    private RawServer mirror = RawServer.start(GOOD);

    private RawServer registry = RawServer.start(GOOD);

    @AfterEach
    void stop() {
        this.mirror.close();
        this.registry.close();
    }

    @Test
    void mirrorComesFirst() throws IOException {
        try (Repository repository = repository(this.mirror.host())) {
            repository.manifest("1");
            assertThat(repository.blob(BLOB).readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(this.mirror.requests()).extracting(Request::path)
                .containsExactly("/v2/team/app/manifests/1", "/v2/team/app/blobs/" + BLOB.digest());
        assertThat(this.registry.requests()).isEmpty();
    }

    @Test
    void prefixComesBeforeTheRepository() throws IOException {
        try (Repository repository = repository(this.mirror.host() + "/hub/cache")) {
            repository.manifest("1");
        }
        assertThat(this.mirror.requests()).extracting(Request::path)
                .containsExactly("/v2/hub/cache/team/app/manifests/1");
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 401, 403, 404, 429, 500, 503 })
    void registryAnswersIfTheMirrorDoesNot(int status) throws IOException {
        serve((_, out) -> RawServer.answer(out, status, ""));
        try (Repository repository = repository(this.mirror.host())) {
            assertThat(repository.manifest("1").content()).asString().isEqualTo("{}");
            assertThat(repository.blob(BLOB).readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(this.mirror.requests()).hasSizeBetween(1, 2)
                .allSatisfy(request -> assertThat(request.path()).contains("manifests"));
    }

    @Test
    void mirrorThatIsDownIsLeftOut() throws IOException {
        this.mirror.close();
        try (Repository repository = repository(this.mirror.host())) {
            assertThat(repository.manifest("1").content()).asString().isEqualTo("{}");
        }
    }

    @Test
    void mirrorWithAnotherManifestForTheDigestIsLeftOut() throws IOException {
        serve((_, out) -> RawServer.answer(out, 200, "{\"other\":1}"));
        try (Repository repository = repository(this.mirror.host())) {
            assertThat(repository.manifest(Digest.sha256Of("{}".getBytes()).toString()).content()).asString()
                    .isEqualTo("{}");
        }
    }

    @Test
    void blobThatTheMirrorLacksComesFromTheRegistry() throws IOException {
        serve((request, out) -> RawServer.answer(out, request.path().contains("/blobs/") ? 404 : 200, "{}"));
        try (Repository repository = repository(this.mirror.host())) {
            repository.manifest("1");
            assertThat(repository.blob(BLOB).readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void mirrorThatLacksABlobIsNotAskedForTheNext() throws IOException {
        serve((request, out) -> RawServer.answer(out, request.path().contains("/blobs/") ? 404 : 200, "{}"));
        try (Repository repository = repository(this.mirror.host())) {
            repository.manifest("1");
            assertThat(repository.blob(BLOB).readAllBytes()).isEqualTo(CONTENT);
            assertThat(repository.blob(BLOB).readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(this.mirror.requests()).extracting(Request::path)
                .containsExactly("/v2/team/app/manifests/1", "/v2/team/app/blobs/" + BLOB.digest());
    }

    @Test
    void closedBlobIsNotOpenedAgain() throws IOException {
        try (Repository repository = repository(this.mirror.host())) {
            InputStream blob = repository.blob(BLOB);
            assertThat(blob.read()).isEqualTo('x');
            blob.close();
            assertThatExceptionOfType(IOException.class).isThrownBy(blob::read);
        }
        assertThat(this.mirror.requests()).hasSize(1);
    }

    @Test
    void mirrorThatStallsIsGivenUpSoon() {
        assertThat(Patience.USUAL.ofMirrors().stall()).isEqualTo(Duration.ofSeconds(10));
        assertThat(PATIENCE.ofMirrors().stall()).isEqualTo(PATIENCE.stall());
    }

    @Test
    void blobThatTheMirrorStopsToSendContinuesFromTheRegistry() throws IOException {
        serve((request, out) -> {
            if (!request.path().contains("/blobs/")) {
                RawServer.answer(out, 200, "{}");
            } else if (request.headers().containsKey("range")) {
                RawServer.answer(out, 404, "");
            } else {
                RawServer.head(out, 200, CONTENT.length);
                out.write(CONTENT, 0, 50_000);
            }
        });
        try (Repository repository = repository(this.mirror.host())) {
            repository.manifest("1");
            assertThat(repository.blob(BLOB).readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void errorOfTheRegistryNamesTheFailuresOfItsMirrors() throws IOException {
        this.mirror.close();
        this.registry.close();
        this.registry = RawServer.start((_, out) -> RawServer.answer(out, 404, ""));
        try (Repository repository = repository(this.mirror.host())) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> repository.manifest("1"))
                    .withMessageContainingAll(this.registry.host(), "404", this.mirror.host());
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> repository.blob(BLOB).readAllBytes());
        }
    }

    @Test
    void clientsOfAServiceDoNotSeeMirrors() throws IOException {
        this.mirror.close();
        this.registry.close();
        this.registry = RawServer.start((_, out) -> RawServer.answer(out, 404, ""));
        List<InvalidImageException> log = new ArrayList<>();
        RegistriesSettings service = settings("\"plainHttp\": true", this.mirror.host()).forAllClients(log::add);
        try (Repository repository = repository(service)) {
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> repository.manifest("1"))
                    .satisfies(ex -> assertThat(ex.getMessage()).contains("404").doesNotContain(this.mirror.host()));
        }
        assertThat(log).singleElement().satisfies(ex -> assertThat(ex.getMessage()).contains(this.mirror.host()));
    }

    @Test
    void passwordOfTheRegistryIsNotSentToItsMirror() throws IOException {
        Responder asking = (request, out) -> {
            if (request.headers().containsKey("authorization")) {
                RawServer.answer(out, 200, "{}");
            } else {
                RawServer.answer(out, 401, "", "WWW-Authenticate: Basic realm=\"r\"");
            }
        };
        serve(asking);
        this.registry.close();
        this.registry = RawServer.start(asking);
        try (Repository repository = repository("\"username\": \"u\", \"password\": \"p\"", this.mirror.host())) {
            repository.manifest("1");
        }
        assertThat(this.mirror.requests()).isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        assertThat(this.registry.requests().getLast().headers()).containsEntry("authorization",
                "Basic " + RegistryLogins.encoded("u:p"));
    }

    @ParameterizedTest
    @CsvSource({ "m.io, m.io, ''", "m.io:5/a/b, m.io:5, a/b/", "localhost, localhost, ''", "M.io, m.io, ''" })
    void mirrorIsParsed(String text, String host, String prefix) {
        assertThat(Mirror.parse(text)).isEqualTo(new Mirror(host, prefix));
    }

    /** A mirror has what was pulled through it, which is the image without its signatures. */
    @Test
    void mirrorWithoutReferrersIsNoAnswer() throws IOException {
        serve((request, out) -> RawServer.answer(out, 404, "{}"));
        this.registry.close();
        this.registry = RawServer.start((request, out) -> RawServer.answer(out, 200, "{\"manifests\": []}",
                "Content-Type: " + MediaType.OCI_INDEX));
        try (Repository repository = repository(this.mirror.host())) {
            ReferrersPage page = repository.referrers(ReferrersPage.first(BLOB.digest()));
            assertThat(page).isEqualTo(new ReferrersPage(List.of(), null, null));
            assertThat(repository.find("sha256-a1.sig")).isNotNull();
        }
        assertThat(this.mirror.requests()).hasSize(2);
    }

    private Repository repository(String mirror) throws IOException {
        return repository("\"plainHttp\": true", mirror);
    }

    private Repository repository(String members, String mirror) throws IOException {
        return repository(settings(members, mirror));
    }

    private RegistriesSettings settings(String members, String mirror) throws IOException {
        return RegistriesSettings.read(Files.writeString(this.folder.resolve("registries.json"),
                "{\"registries\": {\"%s\": {%s, \"mirrors\": [\"%s\"]}}}".formatted(this.registry.host(), members,
                        mirror)));
    }

    private Repository repository(RegistriesSettings settings) {
        Registries registries = new Registries(() -> new Registries.Configuration(settings,
                RegistryLogins.connections(settings), settings), PATIENCE);
        return registries.client(ImageReference.parse(this.registry.host() + "/team/app:1"),
                Deadline.of(Limits.DEFAULTS));
    }

    private void serve(Responder responder) {
        this.mirror.close();
        this.mirror = RawServer.start(responder);
    }
}

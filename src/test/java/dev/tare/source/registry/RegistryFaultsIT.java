package dev.tare.source.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.build.LocalRegistry;
import dev.tare.fixture.GeneratedDocument;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.Scale;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.registry.ImpatientRegistries;
import dev.tare.registry.RegistryException;
import dev.tare.source.registry.FaultProxy.Fault;
import dev.tare.source.registry.RegistryFaults.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A real registry behind a proxy with faults. Every fault ends with the right image or with a clear error, and the
 * requests and bytes have bounds.
 */
@Timeout(60)
class RegistryFaultsIT {

    private static final GeneratedDocument DOCUMENT =
            new GeneratedDocument(Path.of("docs", "REGISTRIES.md"), RegistryFaultsIT.class);

    private static final int MAX_REQUESTS = 60;

    private static final long MAX_BYTES = 32 << 20;

    /** Bytes between two positions at which a connection ends. */
    private static final int STEP = Scale.of("tare.registry.step", 397, 1);

    private static final int TAGS = 10_000;

    private static final Limits LIMITS = Limits.DEFAULTS.with(Limit.TIME, 5_000);

    private static final ImageBuilder IMAGE = image(1);

    private static final ImageBuilder OTHER = image(2);

    private static final String LAYER = IMAGE.ociLayerDigests().getLast().toString();

    private static final String CONFIG = Digest.sha256Of(IMAGE.configDocument()).toString();

    @TempDir
    static Path folder;

    private static LocalRegistry registry;

    private static Image expected;

    @BeforeAll
    static void push() throws Exception {
        registry = LocalRegistry.start(folder);
        IMAGE.writeOciLayout(folder.resolve("image"));
        OTHER.writeOciLayout(folder.resolve("other"));
        copy("image", "app:1");
        expected = read(registry.reference("app:1"), "127.0.0.1:" + registry.port());
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    static List<Row> faults() {
        return RegistryFaults.of(LAYER, CONFIG);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultEndsAsDocumented(Row row) {
        try (FaultProxy proxy = FaultProxy.start(registry.port(), row.fault())) {
            if (row.isRead()) {
                assertThat(read(proxy).layers()).isEqualTo(expected.layers());
            } else {
                assertThatThrownBy(() -> read(proxy)).isInstanceOf(RuntimeException.class)
                        .hasMessageContaining(row.outcome())
                        .hasMessageNotContainingAny(ImpatientRegistries.PASSWORD, "secret", "\u001b");
            }
            assertThat(proxy.requests()).hasSizeLessThan(MAX_REQUESTS);
            assertThat(proxy.sent()).isLessThan(MAX_BYTES);
        }
    }

    /** The long tests end the connection after every byte. */
    @Test
    @Timeout(3_600)
    void connectionThatEndsAnywhereIsResumed() throws IOException {
        for (String path : List.of("/manifests/", CONFIG, LAYER)) {
            int[] size = new int[1];
            Fault measured = (call, out) -> {
                byte[] answer = call.answer().bytes();
                size[0] = call.request().path().contains(path) ? answer.length : size[0];
                out.write(answer);
            };
            readThrough(measured);
            IntStream.iterate(0, position -> position < size[0], position -> position + STEP)
                    .forEach(position -> assertThat(readThrough(RegistryFaults.cut(path, position)).layers())
                            .as("after %d bytes of %s", position, path)
                            .isEqualTo(expected.layers()));
        }
    }

    @Test
    void layerThatIsDeletedDuringThePullIsAnError() throws Exception {
        copy("image", "deleted:1");
        try (FaultProxy proxy = FaultProxy.start(registry.port(), (call, out) -> {
            if (call.request().path().contains(LAYER)) {
                delete("/v2/deleted/blobs/" + LAYER);
            }
            out.write(call.answer().bytes());
        })) {
            assertThatThrownBy(() -> read(proxy.host() + "/deleted:1", proxy.host()))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContainingAll("404: BLOB_UNKNOWN", LAYER);
        }
    }

    @Test
    void tagThatMovesDuringThePullReadsTheFirstImage() throws Exception {
        copy("image", "moved:1");
        try (FaultProxy proxy = FaultProxy.start(registry.port(), (call, out) -> {
            byte[] answer = call.answer().bytes();
            if (call.isManifest()) {
                move();
            }
            out.write(answer);
        })) {
            assertThat(read(proxy.host() + "/moved:1", proxy.host()).layers()).isEqualTo(expected.layers());
            assertThat(read(proxy.host() + "/moved:1", proxy.host()).layers()).isNotEqualTo(expected.layers());
        }
    }

    @Test
    void manyTagsAreNeverListed() throws Exception {
        copy("image", "tags:1");
        Path tags = folder.resolve("storage/docker/registry/v2/repositories/tags/_manifests/tags");
        String link = Files.readString(tags.resolve("1/current/link"));
        for (int i = 2; i <= TAGS; i++) {
            Path current = Files.createDirectories(tags.resolve(i + "/current"));
            Files.writeString(current.resolve("link"), link);
        }
        try (FaultProxy proxy = FaultProxy.start(registry.port(), (call, out) -> out.write(call.answer().bytes()))) {
            assertThat(read(proxy.host() + "/tags:" + TAGS, proxy.host()).layers()).isEqualTo(expected.layers());
            assertThatThrownBy(() -> read(proxy.host() + "/tags:none", proxy.host()))
                    .hasMessageContaining("MANIFEST_UNKNOWN");
            assertThat(proxy.requests()).noneMatch(request -> request.path().contains("/tags/list"));
        }
    }

    @Test
    void documentListsEveryFault() throws IOException {
        String table = Stream.of(
                faults().stream()
                        .map(row -> row(row.name(),
                                row.isRead() ? "the image is read"
                                        : "error: \"" + row.outcome().replace("\"", "'") + "\"")),
                Stream.of(row("the connection ends after any byte of a manifest, a config or a layer",
                        "the image is read"),
                        row("a layer is deleted during the pull", "error: \"404: BLOB_UNKNOWN\""),
                        row("the tag moves to another image during the pull", "the first image is read"),
                        row("a repository has 10,000 tags", "the image is read; Tare never lists tags")))
                .flatMap(rows -> rows)
                .collect(joining());
        Files.writeString(Files.createDirectories(Path.of("target", "tare")).resolve("registry-faults.md"), table);
        DOCUMENT.assertContains("| fault | outcome |\n|---|---|\n" + table);
    }

    private static String row(String fault, String outcome) {
        return "| " + fault + " | " + outcome + " |\n";
    }

    private static Image readThrough(Fault fault) {
        try (FaultProxy proxy = FaultProxy.start(registry.port(), fault)) {
            return read(proxy);
        }
    }

    private static Image read(FaultProxy proxy) {
        return read(proxy.host() + "/app:1", proxy.host());
    }

    private static Image read(String reference, String host) {
        return RegistryArgument.parse(reference, ImpatientRegistries.withLoginFor(host))
                .open(null, LIMITS)
                .read((layer, tar, budget) -> true, new ImageBudget(LIMITS))
                .image();
    }

    /** Moves a tag to another image. */
    private static void move() throws IOException {
        try {
            copy("other", "moved:1");
        } catch (Exception ex) {
            throw new IOException(ex);
        }
    }

    private static void delete(String path) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + registry.port() + path))
                    .DELETE()
                    .build(), HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException ex) {
            throw new IOException(ex);
        }
    }

    private static void copy(String layout, String name) throws Exception {
        Process process = new ProcessBuilder("skopeo", "copy", "--insecure-policy", "--dest-tls-verify=false",
                "oci:" + folder.resolve(layout), "docker://" + registry.reference(name)).redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** The last layer has bytes that no compression makes shorter. */
    private static ImageBuilder image(int seed) {
        byte[] content = new byte[10_000];
        new Random(seed).nextBytes(content);
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("base", "x"))
                .layer(layer -> layer.file("app", content));
    }
}

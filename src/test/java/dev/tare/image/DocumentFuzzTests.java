package dev.tare.image;

import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LegacyArchives;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.fixture.ImageBuilder.anImage;

/** Any bytes of a JSON document are read, or cause an {@link InvalidImageException}. */
class DocumentFuzzTests {

    private static final String PROVENANCE = """
            {"predicateType": "https://slsa.dev/provenance/v1", "subject": [{"digest": {"sha256": "%1$s"}}], "predicate":
             {"buildDefinition": {"internalParameters": {"buildConfig": {"llbDefinition": [{"id": "step0", "op": {"Op":
               {"source": {"identifier": "docker-image://a@sha256:%1$s"}}}}]}}, "resolvedDependencies":
               [{"uri": "pkg:docker/a@1", "digest": {"sha256": "%1$s"}}]}, "runDetails": {"metadata": {"buildkit_metadata":
               {"layers": {"step0:0": [[{"digest": "sha256:%1$s"}]]}}}}}}""".formatted("f".repeat(64));

    @MethodSource("documents")
    @FuzzTest
    void documents(byte[] json) {
        List.<Reader>of(ImageConfig::parse, Manifest::parse, ImageIndex::parse, DockerManifest::parse,
                KnownBase::parse, DocumentFuzzTests::provenance,
                LegacyLayer::parseTags,
                LegacyLayer::parse)
                .forEach(reader -> {
                    try {
                        reader.read("document.json", json);
                    } catch (InvalidImageException expected) {
                        // the document is invalid
                    }
                });
    }

    static Stream<byte[]> documents() {
        ImageBuilder image = anImage("app:1").layer(layer -> layer.file("a", "a"))
                .history("COPY a /")
                .emptyHistory("CMD a")
                .annotation("key", "value")
                .config(config -> config.user("1:1")
                        .env("A=b")
                        .entrypoint("/a")
                        .cmd("b")
                        .workingDir("/")
                        .exposedPorts("80/tcp")
                        .volumes("/data")
                        .stopSignal("SIGTERM")
                        .healthCheck("CMD", "a")
                        .label("a", "b"));
        return Stream
                .concat(Stream.of(image.dockerArchive(DockerForm.ENGINE_25), ImageBuilder.multiPlatformLayoutOf("app:1",
                        anImage("").platform("linux/arm64/v8"), anImage("").platform("linux/s390x")),
                        LegacyArchives.of(image))
                        .flatMap(archive -> archive.files().values().stream())
                        .filter(content -> content[0] == '{' || content[0] == '['),
                        Stream.of("null".getBytes(), "[]".getBytes(), "{}".getBytes(), PROVENANCE.getBytes(),
                                "{\"bases\": [{\"name\": \"a\", \"diffIds\": [\"sha256:%s\"]}]}"
                                        .formatted("f".repeat(64))
                                        .getBytes()));
    }

    private static Object provenance(String name, byte[] json) {
        return Provenance.parse(name, json, Digest.parse("sha256:" + "f".repeat(64)));
    }

    @FunctionalInterface
    private interface Reader {

        Object read(String name, byte[] json);
    }
}

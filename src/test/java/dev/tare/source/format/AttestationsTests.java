package dev.tare.source.format;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageIndex;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ArchiveBuilder.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

class AttestationsTests {

    private static final Digest IMAGE = Digest.parse("sha256:" + "a".repeat(64));

    private final CountingEntries entries = new CountingEntries();

    private final Attestations attestations = new Attestations(new OciDocuments(this.entries));

    @Test
    void provenanceOfReadsEachDocumentOnce() {
        Map<String, Object> attestation = attestation(Collections.nCopies(100, statement("b".repeat(64), 0)));
        this.attestations.add(descriptors(Collections.nCopies(1_000, attestation)));
        assertThat(this.attestations.provenanceOf(IMAGE)).isNull();
        assertThat(this.entries.reads).isEqualTo(2);
    }

    @Test
    void provenanceOfReadsFewDocumentsOfMany() {
        List<Map<String, Object>> many = IntStream.range(0, 100)
                .mapToObj(i -> attestation(IntStream.range(100 * i, 100 * i + 100)
                        .mapToObj(j -> statement("b".repeat(64), j))
                        .toList()))
                .toList();
        this.attestations.add(descriptors(many));
        assertThat(this.attestations.provenanceOf(IMAGE)).isNull();
        assertThat(this.entries.reads).isLessThanOrEqualTo(16);
    }

    @Test
    void provenanceOfReadsNoManifestThatIsTooLarge() {
        this.attestations.add(descriptors(
                List.of(attestation(Collections.nCopies(1_000, statement(IMAGE.hex(), 0))))));
        assertThat(this.attestations.provenanceOf(IMAGE)).isNull();
        assertThat(this.entries.reads).isZero();
        assertThat(this.attestations.remarks()).singleElement().asString().contains("attestation-size");
        assertThat(this.attestations.referrersOf(IMAGE)).hasSize(1);
    }

    @Test
    void provenanceOfReturnsTheFirstValidOne() {
        this.attestations.add(descriptors(List.of(attestation(List.of(statement("b".repeat(64), 0))),
                attestation(List.of(statement(IMAGE.hex(), 0))))));
        assertThat(this.attestations.provenanceOf(IMAGE)).isNotNull();
        assertThat(this.attestations.remarks()).singleElement()
                .asString()
                .contains("subject")
                .doesNotContain("cannot be read");
    }

    private Map<String, Object> statement(String subject, int number) {
        Map<String, Object> layer = this.entries.add("application/vnd.in-toto+json", """
                {"predicateType": "https://slsa.dev/provenance/v1", "subject": [{"digest": {"sha256": "%s"}}],
                 "predicate": {"number": %d}}""".formatted(subject, number).getBytes(StandardCharsets.UTF_8));
        layer.put("annotations", Map.of("in-toto.io/predicate-type", "https://slsa.dev/provenance/v1"));
        return layer;
    }

    private Map<String, Object> attestation(List<Map<String, Object>> statements) {
        String type = "application/vnd.oci.image.manifest.v1+json";
        Map<String, Object> config = descriptor("application/vnd.oci.image.config.v1+json", new byte[2]);
        Map<String, Object> attestation = this.entries.add(type,
                JsonMapper.shared().writeValueAsBytes(Map.of("config", config, "layers", statements)));
        attestation.put("annotations", Map.of("vnd.docker.reference.type", "attestation-manifest",
                "vnd.docker.reference.digest", IMAGE.toString()));
        return attestation;
    }

    private static List<Descriptor> descriptors(List<Map<String, Object>> attestations) {
        return ImageIndex.parse("index", JsonMapper.shared().writeValueAsBytes(Map.of("manifests", attestations)))
                .manifests();
    }

    private static final class CountingEntries implements Entries {

        private final Map<String, byte[]> blobs = new HashMap<>();

        private int reads;

        Map<String, Object> add(String mediaType, byte[] content) {
            this.blobs.put("blobs/sha256/" + Digest.sha256Of(content).hex(), content);
            return descriptor(mediaType, content);
        }

        @Override
        public String name() {
            return "layout";
        }

        @Override
        public boolean has(String path) {
            return this.blobs.containsKey(path);
        }

        @Override
        public byte[] document(String path) {
            this.reads++;
            return this.blobs.getOrDefault(path, new byte[0]);
        }

        @Override
        public String resolve(String path) {
            return path;
        }
    }
}

package dev.tare.source.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageIndex;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.limits.LimitExceededException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OciImagesTests {

    private final CountedEntries entries = new CountedEntries();

    @Test
    void chooseReadsAnIndexThatManyNamesShareOnce() {
        Descriptor shared = this.entries.add(MediaType.OCI_INDEX, indexOf(3));
        List<Descriptor> roots = IntStream.range(0, 5_000)
                .mapToObj(number -> named(shared, "app:" + number))
                .toList();
        assertThat(images(roots).choose("app:4999").manifests()).hasSize(3);
        assertThat(this.entries.read).hasSize(1);
    }

    @Test
    void chooseWhenAnIndexListsMoreManifestsThanAllowedThrowsException() {
        Descriptor large = this.entries.add(MediaType.OCI_INDEX, indexOf(10_000));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> images(List.of(named(large, "app:1"))).choose(null))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("manifests"));
    }

    @Test
    void chooseWhenIndexesTogetherListMoreManifestsThanAllowedThrowsException() {
        List<Descriptor> roots = IntStream.range(0, 200)
                .mapToObj(number -> named(this.entries.add(MediaType.OCI_INDEX, indexOf(60) + " ".repeat(number)),
                        "app:" + number))
                .toList();
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> images(roots).choose("app:1"))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("manifests"));
    }

    @Test
    void platformChoiceReadsAConfigThatManyManifestsShareOnce() {
        Descriptor config = this.entries.add(MediaType.OCI_CONFIG,
                "{\"os\":\"linux\",\"architecture\":\"s390x\",\"rootfs\":{\"diff_ids\":[]}}");
        List<Descriptor> manifests = IntStream.range(0, 50)
                .mapToObj(number -> this.entries.add(MediaType.OCI_MANIFEST,
                        "{\"config\":" + json(config) + ",\"layers\":[]}" + " ".repeat(number)))
                .toList();
        PlatformChoice choice = new PlatformChoice(new OciDocuments(this.entries), this.entries,
                Platform.parse("linux/riscv64"));
        assertThatExceptionOfType(NoSuchImageException.class).isThrownBy(() -> choice.choose(manifests))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-such-platform"));
        assertThat(this.entries.read).hasSize(51).doesNotHaveDuplicates();
    }

    private OciImages images(List<Descriptor> roots) {
        return new OciImages(new OciDocuments(this.entries), new ImageIndex(roots, Map.of()), "given.tar");
    }

    private static Descriptor named(Descriptor descriptor, String name) {
        return new Descriptor(descriptor.mediaType(), descriptor.digest(), descriptor.size(),
                Map.of(Descriptor.REF_NAME, name), null);
    }

    private static String indexOf(int manifests) {
        return IntStream.range(0, manifests)
                .mapToObj(number -> json(new Descriptor(MediaType.OCI_MANIFEST,
                        Digest.of("sha256", String.format("%064x", number)), 1, Map.of(), null)))
                .collect(Collectors.joining(",", "{\"manifests\":[", "]}"));
    }

    private static String json(Descriptor descriptor) {
        return "{\"mediaType\":\"" + descriptor.mediaType().value() + "\",\"digest\":\"" + descriptor.digest()
                + "\",\"size\":" + descriptor.size() + "}";
    }

    /** Documents in memory, and which of them were read. */
    private static final class CountedEntries implements Entries {

        private final Map<String, byte[]> documents = new HashMap<>();

        private final List<String> read = new ArrayList<>();

        Descriptor add(MediaType type, String document) {
            byte[] content = document.getBytes();
            Descriptor descriptor = new Descriptor(type, Digest.sha256Of(content), content.length, Map.of(), null);
            this.documents.put(Digests.blobPath(descriptor), content);
            return descriptor;
        }

        @Override
        public String name() {
            return "given.tar";
        }

        @Override
        public boolean has(String path) {
            return this.documents.containsKey(path);
        }

        @Override
        public byte[] document(String path) {
            this.read.add(path);
            return this.documents.get(path);
        }

        @Override
        public String resolve(String path) {
            return path;
        }
    }
}

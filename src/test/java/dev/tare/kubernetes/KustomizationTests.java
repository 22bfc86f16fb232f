package dev.tare.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KustomizationTests {

    @Test
    void baseListsEveryManifestOnce() throws IOException {
        assertThat(Manifests.kustomization(Manifests.BASE).resources()).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(manifestsIn(Manifests.BASE));
    }

    @Test
    void overlaysAreTheFlavours() throws IOException {
        try (Stream<Path> overlays = Files.list(Manifests.ROOT.resolve("overlays"))) {
            assertThat(overlays.map(Path::getFileName)).extracting(Path::toString)
                    .containsExactlyInAnyOrder("slim", "distroless");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "slim", "distroless" })
    void overlayAddsNamesLabelsAndAnImageToTheBase(String flavour) throws IOException {
        Path folder = Manifests.ROOT.resolve("overlays").resolve(flavour);
        Kustomization overlay = Manifests.kustomization(folder);
        assertThat(overlay.apiVersion()).isEqualTo("kustomize.config.k8s.io/v1beta1");
        assertThat(overlay.kind()).isEqualTo("Kustomization");
        assertThat(overlay.resources()).singleElement()
                .satisfies((base) -> assertThat(folder.resolve(base).normalize()).isEqualTo(Manifests.BASE));
        assertThat(overlay.nameSuffix()).isEqualTo("-" + flavour);
        assertThat(overlay.labels()).singleElement().satisfies((labels) -> {
            assertThat(labels.pairs()).isEqualTo(Map.of("app.kubernetes.io/instance", "tare-" + flavour));
            assertThat(labels.includeSelectors()).isTrue();
        });
        assertThat(overlay.images()).singleElement()
                .extracting(Kustomization.Image::name)
                .isEqualTo(Manifests.container().getImage());
    }

    private static List<String> manifestsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map((file) -> file.getFileName().toString())
                    .filter((name) -> !name.equals(Kustomization.FILE))
                    .toList();
        }
    }

}

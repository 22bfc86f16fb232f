package dev.tare.image;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTypeTests {

    @Test
    void indexesManifestsAndConfigsOfBothFamiliesAreDetected() {
        assertThat(MediaType.OCI_INDEX.isIndex()).isTrue();
        assertThat(MediaType.DOCKER_MANIFEST_LIST.isIndex()).isTrue();
        assertThat(MediaType.OCI_MANIFEST.isManifest()).isTrue();
        assertThat(MediaType.DOCKER_MANIFEST.isManifest()).isTrue();
        assertThat(MediaType.OCI_CONFIG.isImageConfig()).isTrue();
        assertThat(MediaType.DOCKER_CONFIG.isImageConfig()).isTrue();
    }

    @Test
    void theConfigOfAnArtifactIsNotAnImageConfig() {
        assertThat(new MediaType("application/vnd.cncf.helm.config.v1+json").isImageConfig()).isFalse();
        assertThat(new MediaType("application/vnd.oci.empty.v1+json").isImageConfig()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
            "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip" })
    void nonDistributableLayersAreDetected(String type) {
        assertThat(new MediaType(type).isNonDistributable()).isTrue();
    }

    @Test
    void ordinaryLayersAreDistributable() {
        assertThat(MediaType.OCI_LAYER_GZIP.isNonDistributable()).isFalse();
        assertThat(MediaType.DOCKER_LAYER_GZIP.isNonDistributable()).isFalse();
        assertThat(MediaType.OCI_LAYER_ZSTD).hasToString("application/vnd.oci.image.layer.v1.tar+zstd");
    }
}

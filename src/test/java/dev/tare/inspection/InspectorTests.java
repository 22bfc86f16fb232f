package dev.tare.inspection;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InspectorTests {

    @Test
    void inspectListsFilesOfAllLayers() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.directory("etc").file("etc/a", "lower"))
                .layer(l -> l.file("etc/b", "upper!"))
                .inspect();
        assertThat(inspection.files().entries()).extracting(FileEntry::path).containsExactly("etc", "etc/a", "etc/b");
        assertThat(inspection.files().entries()).extracting(FileEntry::layer).containsExactly(0, 0, 1);
        assertThat(inspection.sizes().uncompressed()).isEqualTo(11);
    }
}

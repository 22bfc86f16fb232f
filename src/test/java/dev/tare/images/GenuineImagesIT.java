package dev.tare.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;

import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the file trees of images of other tools with those in the engine.
 */
class GenuineImagesIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void treeEqualsTheExportOfTheEngine(GenuineImage image) throws IOException {
        Inspection inspection = image.inspect();
        SortedMap<String, ExportedEntry> exported = export(image);
        assertThat(exported).hasSizeGreaterThan(50);
        assertThat(TreeDifferences.between(inspection, exported)).isEmpty();
    }

    private SortedMap<String, ExportedEntry> export(GenuineImage image) throws IOException {
        String reference = Leftovers.reference(image.name().toLowerCase(Locale.ROOT));
        Path archive = this.folder.resolve("image.tar");
        if (image.isDockerArchive()) {
            new ArchivedImage(image.path()).copyTo(archive, reference);
        } else {
            OciArchive.read(image.path()).writeDockerArchive(archive, reference);
        }
        EngineCommand.load(archive);
        try {
            return EngineCommand.export(reference);
        } finally {
            EngineCommand.remove(reference);
        }
    }

}

package dev.tare.report;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.fixture.LegacyArchives;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

class RemarksTests {

    @TempDir
    private Path folder;

    @Test
    void whatASourceLeavesOpenStandsInEveryForm() throws Exception {
        Path archive = Files.write(this.folder.resolve("old.tar"),
                LegacyArchives.of(anImage("app:1").layer(layer -> layer.file("app", "app"))).toTar());
        InspectionReport report = InspectionReport.of(new Inspector(Limits.DEFAULTS)
                .inspect(ImageSources.open(archive, ImageSelection.ONLY, Limits.DEFAULTS)));
        assertThat(JsonReport.write(report)).contains("\"remarks\" : [ \"It was saved by a Docker engine older");
        assertThat(MarkdownReport.write(report)).contains("- Of `app:1`: It was saved by a Docker engine older");
        assertThat(TextReport.write(report)).contains("  #1 It was saved by a Docker engine older");
    }
}

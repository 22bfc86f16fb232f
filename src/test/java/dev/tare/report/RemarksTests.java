package dev.tare.report;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.fixture.JsonText;
import dev.tare.fixture.LegacyArchives;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.text.TextReport;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

class RemarksTests {

    @TempDir
    private Path folder;

    @Test
    void everyFormatShowsTheRemarksOnASource() throws Exception {
        Path archive = Files.write(this.folder.resolve("old.tar"),
                LegacyArchives.of(anImage("app:1").layer(layer -> layer.file("app", "app"))).toTar());
        InspectionReport report = InspectionReport.of(new Inspector(Limits.DEFAULTS)
                .inspect(ArchiveSources.open(archive, ImageSelection.ONLY, Limits.DEFAULTS)));
        String remark = report.image().identity().remarks().getFirst();
        assertThat(remark).contains("Docker engine older");
        assertThat(JsonText.of(report)).contains(remark);
        assertThat(MarkdownReport.write(report)).contains("`app:1`, source: ", "Docker engine older");
        assertThat(TextReport.write(report).replaceAll("\\s+", " ")).contains("#1 app:1, source: ",
                "Docker engine older");
    }
}

package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DocumentTables;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tare examines the attack surface of Linux images only. Reports never show this as zero. */
class WindowsReportTests {

    private static final String REASON = "This is a Windows image.";

    private final Inspection linux = InspectionBuilder.image("linux:1")
            .layer("all")
            .surface(SurfaceKind.SHELL, "bin/sh")
            .build();

    private final Inspection windows = InspectionBuilder.image("windows:1")
            .platform("windows/amd64")
            .layer("all")
            .file("app/a", 1)
            .build();

    @Test
    void surfaceOfAWindowsImageIsNotExamined() {
        InspectionReport report = InspectionReport.of(this.windows);
        SecurityReport security = report.image().security();
        assertThat(security.surfaceNotExaminedBecause()).startsWith(REASON);
        assertThat(security.surface()).allMatch(surface -> surface.paths().empty());
        assertThat(MarkdownReport.write(report)).contains(REASON)
                .containsOnlyOnce("attack surface and runtime files")
                .containsPattern("\\| Setuid files +\\| not examined +\\|")
                .containsPattern("\\| CA certificates +\\| not examined +\\|");
        assertThat(TextReport.write(report)).contains(REASON).containsPattern("Setuid files +not examined");
    }

    @Test
    void surfaceOfALinuxImageIsExamined() {
        assertThat(InspectionReport.of(this.linux).image().security().surfaceNotExaminedBecause()).isNull();
        assertThat(MarkdownReport.write(InspectionReport.of(this.linux))).doesNotContain(REASON, "not examined");
    }

    @Test
    void comparisonWithALinuxImageHasNoChangesOfTheSurface() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(this.linux, this.windows)));
        assertThat(report.differences().getFirst().surface().total()).isZero();
        String reason = String.valueOf(report.differences().getFirst().surfaceNotComparedBecause());
        assertThat(reason).contains("Linux");
        assertThat(MarkdownReport.write(report)).contains(reason);
        assertThat(new DocumentTables(Document.of(report)).row("Attack surface", "Shells"))
                .isEqualTo(List.of(List.of("1"), List.of("not examined")));
    }

    @Test
    void comparisonOfLinuxImagesComparesTheSurface() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(this.linux, this.linux)));
        assertThat(report.differences().getFirst().surfaceNotComparedBecause()).isNull();
    }

    /** The defaults of an unset user, folder or signal are those of Linux. */
    @Test
    void configOfAWindowsImageHasNoDefaultsOfLinux() {
        String both = MarkdownReport.write(ComparisonReport.of(new Comparison(List.of(this.linux, this.windows))));
        assertThat(both).containsPattern("\\| User +\\| not set: root +\\| not set +\\|")
                .containsPattern("\\| Working directory +\\| not set: / +\\| not set +\\|")
                .containsPattern("\\| Stop signal +\\| not set: SIGTERM +\\| not set +\\|");
        assertThat(MarkdownReport.write(InspectionReport.of(this.windows))).doesNotContain("SIGTERM", "means root");
        assertThat(MarkdownReport.write(InspectionReport.of(this.linux))).contains("User: empty means root");
    }

    @Test
    void sideBySideCountsHaveNoRowForTheSurface() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(this.linux, this.windows, this.linux)));
        assertThat(report.matrix().contents()).extracting(MatrixReport.CountRow::title)
                .contains("files", "executables")
                .doesNotContain("shells", "setuid files");
        ComparisonReport linuxOnly = ComparisonReport
                .of(new Comparison(IntStream.range(0, 3).mapToObj(i -> this.linux).toList()));
        assertThat(linuxOnly.matrix().contents()).extracting(MatrixReport.CountRow::title)
                .contains("shells", "setuid files");
    }
}

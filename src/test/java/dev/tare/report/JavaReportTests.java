package dev.tare.report;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.fixture.JarBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class JavaReportTests {

    private final Inspection inspection = DrawnImage.anImage()
            .layer(l -> l.file("exact-1.jar", new JarBuilder().pom("g", "exact", "1").toJar())
                    .file("app/lib/main/org.example.inferred-1.jar", new JarBuilder().toJar())
                    .file("unknown-1.jar", new JarBuilder().toJar()))
            .inspect();

    @Test
    void jarsHaveTheirEvidenceAndCertainty() {
        JavaReport java = InspectionReport.of(this.inspection).image().contents().java();
        assertThat(java.jars().items())
                .extracting(JavaReport.Jar::library, JavaReport.Jar::evidence, JavaReport.Jar::certainty)
                .containsExactly(tuple("org.example:inferred", Evidence.FILE_NAME, Certainty.INFERRED),
                        tuple("g:exact", Evidence.POM_PROPERTIES, Certainty.EXACT),
                        tuple("unknown", Evidence.FILE_NAME, Certainty.UNKNOWN));
        assertThat(java.jarsWithoutUrl()).isEqualTo(1);
    }

    @Test
    void textListsThemAndCountsTheJarsWithoutPackageUrl() {
        assertThat(TextReport.write(InspectionReport.of(this.inspection)))
                .contains("1 of 3 without a package URL", "org.example:inferred", "by file name", "by pom.properties")
                .contains("1 without a package URL");
        assertThat(TextReport.summarize(InspectionReport.of(this.inspection), false))
                .containsPattern("Without package URL +1 of 3 Java libraries");
    }
}

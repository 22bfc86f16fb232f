package dev.tare.report;

import java.io.StringWriter;
import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import dev.tare.report.BaseReport.Lowest;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.sbom.SbomFormat;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class BaseReportTests {

    private static final Digest DIGEST = Digest.parse("sha256:" + "a".repeat(64));

    private static final Inspection VERIFIED =
            image("verified:1",
                    BaseImage.known(BaseGrade.VERIFIED, 1, new BaseImage.Reference("debian:13", DIGEST), "V."));

    private static final Inspection STATED = image("stated:1", new BaseImage(BaseGrade.STATED,
            new BaseBoundary.Unknown(), new BaseImage.Reference("golang:1", DIGEST), 0, "S."));

    private static final Inspection LIKELY =
            image("likely:1", new BaseImage(BaseGrade.LIKELY, new BaseBoundary.Likely(2), null, 1, "L."));

    private static final Inspection UNKNOWN = image("unknown:1", BaseImage.unknown(1, "U."));

    private static final ComparisonReport REPORT =
            ComparisonReport.of(new Comparison(List.of(VERIFIED, STATED, LIKELY, UNKNOWN)));

    @Test
    void jsonHasTheGradeOfEachImage() {
        JsonNode images = JsonMapper.shared().readTree(JsonText.of(REPORT)).path("images");
        assertThat(images.valueStream().map(image -> image.at("/base/grade").stringValue()))
                .containsExactly("VERIFIED", "STATED", "LIKELY", "UNKNOWN");
        assertThat(images.get(0).at("/base/digest").stringValue()).isEqualTo(DIGEST.toString());
    }

    @Test
    void textNamesABoundThatIsTheLikelyBoundaryOnce() {
        Inspection image =
                image("likely:2", new BaseImage(BaseGrade.LIKELY, new BaseBoundary.Likely(1), null, 1, "L."));
        assertThat(TextReport.summarize(InspectionReport.of(image), false).replaceAll("\\s+", " "))
                .contains("a boundary above the lowest layer, 100 B")
                .doesNotContain(", at least the lowest");
    }

    @Test
    void reportHasExactLayersOnlyOfAKnownBoundary() {
        assertThat(REPORT.images()).extracting(ImageReport::base)
                .extracting(BaseReport::name, BaseReport::layers, BaseReport::likely, BaseReport::least)
                .containsExactly(tuple("debian:13", new Lowest(1, 100), null, null),
                        tuple("golang:1", null, null, null),
                        tuple(null, null, new Lowest(2, 150), new Lowest(1, 100)),
                        tuple(null, null, null, new Lowest(1, 100)));
        assertThat(REPORT.images()).extracting(image -> image.sizes().weight().netUncompressedBytes())
                .containsExactly(70L, null, null, null);
    }

    @Test
    void textAndMarkdownHaveTheGradesAndTheBounds() {
        for (String output : List.of(TextReport.write(REPORT, false).replaceAll("\\s+", " "),
                MarkdownReport.write(REPORT))) {
            assertThat(output).contains("base image verified, ", "debian:13", "base image stated, ", "golang:1",
                    "layers unknown", "base image likely, a boundary above the lowest 2 layers, 150 B",
                    "base image unknown, at least the lowest layer, 100 B", "at most 70 B");
        }
    }

    @Test
    void summariesHaveTheGrades() {
        assertThat(TextReport.summarize(REPORT, false)).contains("#1 verified", "#2 stated", "#3 likely",
                "#4 unknown", "at least 100 B");
        assertThat(TextReport.summarize(InspectionReport.of(VERIFIED), false)).contains("verified, debian:13");
        assertThat(TextReport.summarize(InspectionReport.of(UNKNOWN), false).replaceAll("\\s+", " "))
                .contains("at least 100 B", "unknown, at least the lowest layer, 100 B");
    }

    @Test
    void chartHatchesALikelyBoundary() {
        assertThat(SizeChart.of(ImageSizes.of(REPORT)).bars()).extracting(SizeChart.Bar::likely)
                .containsExactly(null, null, 150L, null);
        assertThat(SizeChart.of(ImageSizes.of(REPORT)).description()).contains("(verified)", "stated", "likely",
                "at least 100 B");
    }

    @Test
    void billOfMaterialsHasTheGradeAndTheName() throws Exception {
        StringWriter sbom = new StringWriter();
        SbomFormat.CYCLONEDX.write(VERIFIED, sbom);
        SbomFormat.CYCLONEDX.write(LIKELY, sbom);
        assertThat(sbom.toString()).contains("base-grade\",\"value\":\"verified\"",
                "base-name\",\"value\":\"debian:13\"", "base-digest\",\"value\":\"" + DIGEST + "\"",
                "base-layers\",\"value\":\"1\"", "base-grade\",\"value\":\"likely\"").containsOnlyOnce("base-layers");
    }

    private static Inspection image(String name, BaseImage base) {
        return InspectionBuilder.image(name)
                .layer("distribution of " + name)
                .file("etc/os-release", 100)
                .layer("runtime of " + name)
                .file("java", 50)
                .layer("application of " + name)
                .file("app", 20)
                .base(base)
                .build();
    }
}

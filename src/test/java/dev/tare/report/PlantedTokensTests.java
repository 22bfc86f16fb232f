package dev.tare.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.PlantedImage;
import dev.tare.inspection.PlantedTexts;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.files.FilesFormat;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.sbom.SbomFormat;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes inspections with a token in every text of every record. Their masks did not see these texts, so outputs must
 * hide the tokens themselves.
 */
class PlantedTokensTests {

    private static final PlantedImage ONE = PlantedImage.of("a", true);

    private static final PlantedImage OTHER = PlantedImage.of("b", false);

    @Test
    void everyTextOfAnInspectionHasAToken() {
        Set<String> planted = new TreeSet<>(ONE.fields().values());
        planted.addAll(OTHER.fields().values());
        planted.removeIf(field -> field.indexOf('.') < 0);
        assertThat(planted).isEqualTo(PlantedTexts.fieldsOf(Inspection.class));
    }

    @Test
    void noOutputShowsAToken() throws IOException {
        outputs().forEach((name, output) -> {
            assertThat(ONE.shownIn(output)).as(name).isEmpty();
            assertThat(OTHER.shownIn(output)).as(name).isEmpty();
            assertThat(output).as(name).contains("(hidden)");
        });
    }

    private static Map<String, String> outputs() throws IOException {
        InspectionReport image = InspectionReport.of(ONE.inspection());
        ComparisonReport images =
                ComparisonReport.of(new Comparison(List.of(ONE.inspection(), OTHER.inspection(), ONE.inspection())));
        ComparisonReport two = ComparisonReport.of(new Comparison(List.of(ONE.inspection(), OTHER.inspection())));
        Map<String, String> outputs = new LinkedHashMap<>();
        for (ReportFormat format : ReportFormat.values()) {
            StringWriter one = new StringWriter();
            format.write(image, one);
            outputs.put("image as " + format, one.toString());
            outputs.put("two images as " + format, written(format, two));
            outputs.put("three images as " + format, written(format, images));
        }
        outputs.put("summary of an image", TextReport.summarize(image, true));
        outputs.put("summary of two images", TextReport.summarize(two, true));
        outputs.put("summary of three images", TextReport.summarize(images, false));
        for (FilesFormat format : FilesFormat.values()) {
            StringWriter files = new StringWriter();
            format.write(ONE.inspection().files().entries(), ONE.inspection().software().owners(), files);
            outputs.put("files as " + format, files.toString());
        }
        for (SbomFormat format : SbomFormat.values()) {
            StringWriter sbom = new StringWriter();
            format.write(ONE.inspection(), sbom);
            outputs.put("bill of materials as " + format, sbom.toString());
        }
        outputs.put("chart",
                new String(ChartFormat.SVG.write(SizeChart.of(ImageSizes.of(images))), StandardCharsets.UTF_8));
        outputs.put("chart of a page",
                SizeChart.of(ImageSizes.of(two)).svg() + SizeChart.of(ImageSizes.of(two)).narrowSvg());
        outputs.put("bars", SizeChart.of(ImageSizes.of(two)).toString());
        return outputs;
    }

    private static String written(ReportFormat format, ComparisonReport report) throws IOException {
        StringWriter out = new StringWriter();
        format.write(report, out);
        return out.toString();
    }
}

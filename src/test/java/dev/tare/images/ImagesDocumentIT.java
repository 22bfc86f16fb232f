package dev.tare.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.JsonText;
import dev.tare.images.ImagesDocument.Base;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageSizes;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.markdown.MarkdownReport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes the page about both images, from their archives and the records of earlier tests: always to
 * {@code target/tare}, and with {@code -Dtare.docs} to {@code docs} too.
 */
@Order(Integer.MAX_VALUE)
class ImagesDocumentIT {

    private static final Path TARGET = Path.of("target/tare");

    @Test
    void writesTheComparisonInEveryFormat() throws IOException {
        ComparisonReport report = ComparisonReport.of(new Comparison(inspections()));
        SizeChart chart = SizeChart.of(ImageSizes.of(report));
        Map<String, byte[]> documents = Map.of("IMAGES.md", utf8(document(report)),
                "images/report.md", utf8(MarkdownReport.write(report)),
                "images/sizes.svg", ChartFormat.SVG.write(chart));
        write(TARGET, documents);
        write(TARGET, Map.of("comparison.json", utf8(JsonText.of(report)),
                "images/sizes.png", ChartFormat.PNG.write(chart)));
        if (System.getProperty("tare.docs") != null) {
            write(Path.of("docs"), documents);
        }
        assertThat(TARGET.resolve("IMAGES.md")).content()
                .contains("Runs as non-root", "| Shells", "| Gross", "| Largest changes", "| First page")
                .satisfies(page -> assertThat(page.lines()).hasSizeLessThanOrEqualTo(140));
    }

    private static void write(Path folder, Map<String, byte[]> documents) throws IOException {
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            Path file = folder.resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, document.getValue());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Inspection> inspections() {
        return Stream.of(Flavour.values()).map(Flavour::archive).map(ArchivedImage::inspect).toList();
    }

    private static String document(ComparisonReport report) throws IOException {
        List<Base> bases = new ArrayList<>();
        for (Flavour flavour : Flavour.values()) {
            bases.add(base(flavour));
        }
        return new ImagesDocument(report, bases, recorded("runtime.json"), recorded("rebuild.json")).write();
    }

    private static JsonNode recorded(String name) {
        Path record = TARGET.resolve(name);
        assertThat(record).as("a record of an earlier test; run all integration tests").isRegularFile();
        return JsonMapper.shared().readTree(record);
    }

    private static Base base(Flavour flavour) throws IOException {
        JsonNode labels = flavour.archive().config().path("config").path("Labels");
        return new Base(labels.path("org.opencontainers.image.base.name").asString("unknown"),
                !System.getProperty("base." + flavour, "").startsWith("tar://"));
    }

}

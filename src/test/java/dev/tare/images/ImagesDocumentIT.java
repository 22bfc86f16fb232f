package dev.tare.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.comparison.Comparison;
import dev.tare.images.ImagesDocument.Base;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonReport;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.json.JsonReport;
import dev.tare.report.markdown.MarkdownReport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes down what the tests before it recorded of both images: always to {@code target/tare}, and with
 * {@code -Dtare.docs} to {@code docs} too.
 */
@Order(Integer.MAX_VALUE)
class ImagesDocumentIT {

    private static final Path TARGET = Path.of("target/tare");

    private static final Path DOCS = Path.of("docs");

    @Test
    void writesTheComparisonInEveryFormat() throws IOException {
        ComparisonReport report = ComparisonReport.of(new Comparison(inspections()));
        SizeChart chart = SizeChart.of(report);
        byte[] svg = ChartFormat.SVG.write(chart);
        String markdown = MarkdownReport.write(report);
        String document = document(markdown);
        Files.createDirectories(TARGET.resolve("images"));
        Files.writeString(TARGET.resolve("comparison.json"), JsonReport.write(report));
        Files.writeString(TARGET.resolve("comparison.md"), markdown);
        Files.write(TARGET.resolve("images/sizes.svg"), svg);
        Files.write(TARGET.resolve("images/sizes.png"), ChartFormat.PNG.write(chart));
        Files.writeString(TARGET.resolve("IMAGES.md"), document);
        if (System.getProperty("tare.docs") != null) {
            Files.createDirectories(DOCS.resolve("images"));
            Files.writeString(DOCS.resolve("IMAGES.md"), document);
            Files.write(DOCS.resolve("images/sizes.svg"), svg);
        }
        assertThat(document).contains("tare:slim", "tare:distroless");
    }

    private static List<Inspection> inspections() {
        return Stream.of(Flavour.values()).map(Flavour::archive).map(ArchivedImage::inspect).toList();
    }

    private static String document(String markdown) throws IOException {
        ImagesDocument document = new ImagesDocument(recorded("runtime.json"), recorded("rebuild.json"), markdown);
        List<Base> bases = new ArrayList<>();
        for (Flavour flavour : Flavour.values()) {
            bases.add(base(flavour));
        }
        return document.write(bases);
    }

    private static JsonNode recorded(String name) {
        Path record = TARGET.resolve(name);
        assertThat(record).as("what a test before this one recorded; run them all").isRegularFile();
        return JsonMapper.shared().readTree(record);
    }

    private static Base base(Flavour flavour) throws IOException {
        JsonNode labels = flavour.archive().config().path("config").path("Labels");
        return new Base(flavour, labels.path("org.opencontainers.image.base.name").asString("unknown"),
                labels.path("org.opencontainers.image.base.digest").asString("unknown"),
                !System.getProperty("base." + flavour, "").startsWith("tar://"));
    }

}

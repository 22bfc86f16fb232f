package dev.tare.report.output;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BreakdownCsvTests {

    @Test
    void rowOfWhatIsLeftOutHasNoTextForAbsentNumbers() throws IOException {
        JsonNode rest = last(BreakdownCsv.table(InspectionReport.of(image("many", 2_000))));
        assertThat(rest.path("chapter").asString()).isEqualTo("(left out)");
        assertThat(rest.path("visible_bytes").isNumber()).isTrue();
        assertThat(rest.path("files").isNull()).isTrue();
    }

    @Test
    void rowOfGrowthThatIsLeftOutHasNoTextForAbsentNumbers() throws IOException {
        JsonNode rest = last(BreakdownCsv
                .table(ComparisonReport.of(new Comparison(List.of(image("few", 1), image("many", 2_000))))));
        assertThat(rest.path("chapter").asString()).isEqualTo("(left out)");
        assertThat(rest.path("from_visible_bytes").isNull()).isTrue();
        assertThat(rest.path("to_estimated_compressed_bytes").isNull()).isTrue();
    }

    private static JsonNode last(TableFormat.Table table) throws IOException {
        StringWriter out = new StringWriter();
        TableFormat.JSON.write(table, out);
        JsonNode rows = JsonMapper.shared().readTree(out.toString());
        return rows.get(rows.size() - 1);
    }

    private static Inspection image(String name, int folders) {
        InspectionBuilder image = InspectionBuilder.image(name).layer(name);
        IntStream.range(0, folders).forEach(i -> image.file("opt/a" + i + "/data", 2_000_000));
        return image.build();
    }
}

package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DocumentTables;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every format reports a moved file with its changed mode and owner. */
class MovedFilesTests {

    private static final ComparisonReport REPORT = ComparisonReport.of(new Comparison(List.of(
            InspectionBuilder.image("a")
                    .layer("a")
                    .file("opt/a", 0755, 0, 0, "a")
                    .file("opt/b", 0644, 0, 0, "b")
                    .build(),
            InspectionBuilder.image("b")
                    .layer("b")
                    .file("srv/a", 0700, 1000, 0, "a")
                    .file("srv/b", 0644, 0, 0, "b")
                    .build())));

    @Test
    void jsonListsTheAspects() {
        JsonNode moved = JsonMapper.shared()
                .readTree(JsonText.of(REPORT))
                .at("/differences/0/files/largestMoved/items");
        assertThat(moved.at("/0/aspects").toString()).isEqualTo("[\"MODE\",\"OWNER\"]");
        assertThat(moved.at("/1/aspects").toString()).isEqualTo("[]");
    }

    @Test
    void everyFormatListsTheAspects() {
        assertThat(new DocumentTables(Document.of(REPORT)).rows("Largest files moved")).containsExactly(
                List.of(List.of("1 B"), List.of("/opt/a"), List.of("/srv/a"),
                        List.of("mode 0755 → 0700, owner 0:0 → 1000:0")),
                List.of(List.of("1 B"), List.of("/opt/b"), List.of("/srv/b"), List.of("—")));
        assertThat(TextReport.write(REPORT)).containsPattern(
                "/opt/a +/srv/a +mode 0755 → 0700, owner 0:0 → 1000:0\n").containsPattern("/opt/b +/srv/b ");
        assertThat(MarkdownReport.write(REPORT)).contains(
                "`/opt/a` | `/srv/a` | mode 0755 → 0700, owner 0:0 → 1000:0 |", "`/opt/b` | `/srv/b` |");
    }
}

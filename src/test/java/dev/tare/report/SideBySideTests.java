package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
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

class SideBySideTests {

    @Test
    void jarsOfTheSameVersionWithOtherContentAreDistinguished() {
        ComparisonReport report = report(image().jar("a.jar", "g", "a", "1.0", 10, "x"),
                image().jar("a.jar", "g", "a", "1.0", 10, "y"), image().jar("b.jar", "g", "a", "1.0", 10, "x"),
                image());
        assertThat(row(report, "Java libraries", "g:a")).containsExactly(List.of("1.0", "content A"),
                List.of("1.0", "content B"), List.of("1.0", "content A"), List.of("—"));
        assertThat(TextReport.write(report)).containsPattern("g:a +1\\.0 +1\\.0 +1\\.0 +—\n")
                .containsPattern("content A +content B +content A\n");
        assertThat(MarkdownReport.write(report))
                .contains("`1.0`, content A | `1.0`, content B | `1.0`, content A | — |");
        assertThat(read(report).at("/matrix/jars/items/0/images").findValuesAsString("content"))
                .containsExactly("A", "B", "A", "");
    }

    @Test
    void jarsWithLongVersionsAreDistinguished() {
        String version = "1.0-SNAPSHOT-" + "x".repeat(60);
        assertThat(TextReport.write(report(image().jar("a.jar", "g", "a", version, 10, "x"),
                image().jar("a.jar", "g", "a", version, 10, "y"), image()))).containsPattern("content A +content B");
    }

    @Test
    void runtimesWithTheSameNumberOfOtherModulesAreDistinguished() {
        ComparisonReport report = report(image().java("a", "V", "25", Kind.JRE, "java.base", "java.sql"),
                image().java("a", "V", "25", Kind.JRE, "java.base", "java.xml"), image());
        List<List<String>> row = row(report, "Java runtimes", "V");
        assertThat(row.get(0)).startsWith("25+9-LTS").contains("content A");
        assertThat(row.get(1)).startsWith("25+9-LTS").contains("content B");
        assertThat(row.get(2)).containsExactly("—");
        assertThat(TextReport.write(report)).containsPattern("V +25\\+9-LTS +25\\+9-LTS +—\n")
                .containsPattern("content A +content B\n");
    }

    @Test
    void itemsWithDifferentVersionsHaveNoLetter() {
        ComparisonReport report = report(image().jar("a.jar", "g", "a", "1", 10, "x"),
                image().jar("a.jar", "g", "a", "2", 10, "y"), image());
        assertThat(row(report, "Java libraries", "g:a")).containsExactly(List.of("1"), List.of("2"), List.of("—"));
        assertThat(TextReport.write(report)).containsPattern("g:a +1 +2 +—\n");
        assertThat(read(report).at("/matrix/jars/items/0/images/0/content").isNull()).isTrue();
    }

    @Test
    void packagesOfOtherArchitecturesAreDistinguishedIfAnImageHasNone() {
        ComparisonReport report = report(image().dpkg("a", "1"), image().dpkg("a", "1", "arm64"), image());
        assertThat(row(report, "Packages", "a")).extracting(List::getFirst).containsExactly("1 amd64", "1 arm64", "—");
        assertThat(TextReport.write(report)).containsPattern("a +1 amd64 +1 arm64 +—\n");
    }

    @Test
    void textFormatsOmitRowsThatAreEqualInAllImages() {
        ComparisonReport report = report(image().dpkg("same", "1").dpkg("other", "1"),
                image().dpkg("same", "1").dpkg("other", "2"), image().dpkg("same", "1").dpkg("other", "3"));
        assertThat(TextReport.write(report)).containsPattern("other +1 +2 +3\n").doesNotContainPattern("same +1 ");
        assertThat(MarkdownReport.write(report)).contains("| `1` | `2` | `3` |").doesNotContain("| `1` | `1` | `1` |");
    }

    @Test
    void filesThatDifferAreListed() {
        ComparisonReport report = report(image().file("etc/f", 0644, 0, 0, "x").file("same", 3),
                image().file("etc/f", 0600, 5, 5, "y").file("same", 3), image().file("same", 3).file("big", 2_000));
        assertThat(row(report, "Files", "Paths that differ")).containsExactly(List.of("1"), List.of("1"), List.of("1"));
        assertThat(row(report, "Files", "Their visible bytes")).containsExactly(List.of("1 B"), List.of("1 B"),
                List.of("2.00 kB"));
        assertThat(row(report, "Largest files that differ", "/big")).containsExactly(List.of("—"), List.of("—"),
                List.of("2.00 kB"));
        assertThat(row(report, "Largest files that differ", "/etc/f")).containsExactly(
                List.of("1 B", "content A", "mode 0644", "owner 0:0"),
                List.of("1 B", "content B", "mode 0600", "owner 5:5"), List.of("—"));
        assertThat(TextReport.write(report)).containsPattern("Paths that differ +1 +1 +1\n")
                .containsPattern("Their visible bytes +1 B +1 B +2\\.00 kB\n")
                .containsPattern("/big +— +— +2\\.00 kB\n")
                .containsPattern("/etc/f +1 B +1 B +—\n +content A +content B\n +mode 0644 +mode 0600\n"
                        + " +owner 0:0 +owner 5:5\n")
                .contains("1 is the same");
        assertThat(MarkdownReport.write(report)).contains("| `/big` | — | — | 2.00 kB |",
                "| `/etc/f` | 1 B, content A, mode 0644, owner 0:0 | 1 B, content B, mode 0600, owner 5:5 | — |",
                "1 is the same");
        JsonNode files = read(report).at("/matrix/files");
        assertThat(files.at("/samePaths").longValue()).isEqualTo(1);
        assertThat(files.at("/differing/total").longValue()).isEqualTo(2);
        assertThat(files.at("/differing/items/1/images/1/state/mode").stringValue()).isEqualTo("0600");
        assertThat(files.at("/differing/items/1/images/1/content").stringValue()).isEqualTo("B");
        assertThat(files.at("/differing/items/1/images/2/state").isNull()).isTrue();
    }

    private static List<List<String>> row(ComparisonReport report, String table, String first) {
        return new DocumentTables(Document.of(report)).in("side-by-side").row(table, first);
    }

    private static JsonNode read(ComparisonReport report) {
        return JsonMapper.shared().readTree(JsonText.of(report));
    }

    private static ComparisonReport report(InspectionBuilder... images) {
        return ComparisonReport
                .of(new Comparison(List.of(images).stream().map(InspectionBuilder::build).toList()));
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}

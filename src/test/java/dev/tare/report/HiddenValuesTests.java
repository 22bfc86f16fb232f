package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DocumentTables;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.inspection.Inspection;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HiddenValuesTests {

    @Test
    void reportsInEveryFormatShowThatAHiddenValueChangedAndNeverTheValue() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(image("a", "hunter1"),
                image("b", "hunter2"))));
        assertHidden(report);
        DocumentTables tables = new DocumentTables(Document.of(report)).in("differences");
        assertThat(changed(tables, "Environment DB_PASSWORD")).containsExactly("(hidden)", "(hidden)");
        assertThat(changed(tables, "Environment PROXY")).containsExactly("http://(hidden)@p", "http://(hidden)@p");
        assertThat(TextReport.write(report)).contains("DB_PASSWORD", "http://(hidden)@p");
        assertThat(MarkdownReport.write(report)).contains("`DB_PASSWORD`", "`(hidden)`");
        assertThat(JsonText.of(report)).contains("DB_PASSWORD=(hidden)");
    }

    @Test
    void reportsHideSecretsOfAnnotationsAndOfStepsForLaterBuilds() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(image("a", "hunter1"),
                image("b", "hunter2"), image("c", "hunter3"))));
        assertHidden(report);
        DocumentTables tables = new DocumentTables(Document.of(report)).in("differences");
        assertThat(changed(tables, "Annotation api-key.apikey")).containsExactly("(hidden)", "(hidden)");
        assertThat(changed(tables, "On build")).containsOnly("[\"RUN login --password (hidden) me\"]");
        assertThat(TextReport.write(report)).contains("api-key.apikey");
        assertThat(JsonText.of(report)).contains("\"RUN login --password (hidden) me\"");
    }

    /** Values that look the same and differ are marked as different. */
    @Test
    void configOfImagesMarksHiddenValuesThatDiffer() {
        Document document = Document.of(ComparisonReport.of(new Comparison(List.of(image("a", "hunter1"),
                image("b", "hunter2")))));
        assertThat(new DocumentTables(document).marked("Environment, labels and annotations"))
                .contains("Environment DB_PASSWORD", "Label token", "Annotation api-key.apikey");
    }

    @Test
    void configOfImagesMarksFieldsWhoseHiddenPartsDiffer() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(image("a", "hunter1"),
                image("b", "hunter2"), image("c", "hunter1"))));
        DocumentTables tables = new DocumentTables(Document.of(report)).in("config");
        assertThat(tables.marked("Config")).contains("User", "Entrypoint", "Command", "Working directory", "Volumes",
                "Health check", "On build", "Author").doesNotContain("Platform", "Ports", "Stop signal");
        List<List<String>> entrypoint = tables.row("Config", "Entrypoint");
        assertThat(entrypoint.get(1)).startsWith("java", "-Dpassword=(hidden)").hasSize(3);
        assertThat(List.of(entrypoint.get(0), entrypoint.get(2))).containsOnly(List.of("java", "-Dpassword=(hidden)"));
        String note = entrypoint.get(1).get(2);
        assertThat(MarkdownReport.write(report)).contains("| `java`, `-Dpassword=(hidden)` | `java`, "
                + "`-Dpassword=(hidden)`; " + note + " | `java`, `-Dpassword=(hidden)` |");
        assertThat(TextReport.write(report)).contains(note.substring(0, 11));
    }

    private static void assertHidden(ComparisonReport report) {
        assertThat(List.of(TextReport.write(report), MarkdownReport.write(report), JsonText.of(report)))
                .noneMatch(text -> text.contains("hunter"));
    }

    /** The values of a field before and after, if its only change is in the hidden part. */
    private static List<String> changed(DocumentTables tables, String field) {
        List<List<String>> row = tables.row("Config", field);
        assertThat(row.getFirst()).startsWith("modified").hasSize(2);
        return row.stream().skip(1).map(List::getFirst).toList();
    }

    private static Inspection image(String name, String secret) {
        return InspectionBuilder.image(name)
                .layer("ENV DB_PASSWORD=" + secret)
                .environment("DB_PASSWORD=" + secret, "PROXY=http://me:" + secret + "@p")
                .label("token", secret)
                .label("org.opencontainers.image.source", "https://" + secret + "@host/")
                .annotation("api-key.apikey", secret)
                .entrypoint("java", "-Dpassword=" + secret)
                .user("https://me:" + secret + "@host/")
                .command("--password", secret)
                .workingDirectory("/https://me:" + secret + "@host/")
                .volume("https://me:" + secret + "@host/")
                .author("https://me:" + secret + "@host/")
                .onBuild("RUN login --password " + secret + " me")
                .healthCheck("CMD", "curl", "http://a:" + secret + "@localhost/")
                .build();
    }
}

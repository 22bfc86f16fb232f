package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HiddenValuesTests {

    @Test
    void reportsInEveryFormatSayThatAHiddenValueChangedAndNotToWhat() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(image("a", "hunter1"),
                image("b", "hunter2"))));
        assertThat(TextReport.write(report)).doesNotContain("hunter")
                .contains("~ environment DB_PASSWORD: (hidden), changed",
                        "~ environment PROXY: http://(hidden)@p, changed");
        assertThat(MarkdownReport.write(report)).doesNotContain("hunter")
                .contains("environment `DB_PASSWORD`: `(hidden)`, changed");
        assertThat(JsonReport.write(report)).doesNotContain("hunter").contains("DB_PASSWORD=(hidden)");
    }

    @Test
    void reportsHideSecretsOfAnnotationsAndOfStepsForLaterBuilds() {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(image("a", "hunter1"),
                image("b", "hunter2"), image("c", "hunter3"))));
        assertThat(TextReport.write(report)).doesNotContain("hunter")
                .contains("~ annotation api-key.apikey: (hidden), changed",
                        "~ on build: [\"RUN login --password (hidden) me\"], changed");
        assertThat(JsonReport.write(report)).doesNotContain("hunter").contains("\"RUN login --password (hidden) me\"");
    }

    private static Inspection image(String name, String secret) {
        return InspectionBuilder.image(name)
                .layer("ENV DB_PASSWORD=" + secret)
                .environment("DB_PASSWORD=" + secret, "PROXY=http://me:" + secret + "@p")
                .label("token", secret)
                .label("org.opencontainers.image.source", "https://" + secret + "@host/")
                .annotation("api-key.apikey", secret)
                .entrypoint("java", "-Dpassword=" + secret)
                .onBuild("RUN login --password " + secret + " me")
                .healthCheck("CMD", "curl", "http://a:" + secret + "@localhost/")
                .build();
    }
}

package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HiddenValuesTests {

    @ParameterizedTest
    @ValueSource(
            strings = { "DB_PASSWORD", "db.passwd", "AppSecret", "github_token", "CREDENTIALS", "API_KEY", "apikey",
                    "PRIVATE_PEM", "AWS_ACCESS_KEY_ID", "accesskey" })
    void valueWhenTheKeyLooksSecretIsHidden(String key) {
        assertThat(HiddenValues.value(key, "hunter2")).isEqualTo("(hidden)");
        assertThat(HiddenValues.variable(key + "=hunter2")).isEqualTo(key + "=(hidden)");
    }

    @ParameterizedTest
    @CsvSource({ "https://me:hunter2@host/x, https://(hidden)@host/x", "http://a@b@c/, http://(hidden)@c/",
            "https://host/a@b, https://host/a@b", "-Dtrust.password=hunter2 -v, -Dtrust.password=(hidden) -v",
            "jdbc:x://h/d?a=b&password=hunter2&c;d, jdbc:x://h/d?a=b&password=(hidden)", "LANG, LANG" })
    void textHidesAssignmentsAndTheUserOfAUrl(String text, String shown) {
        assertThat(HiddenValues.text(text)).isEqualTo(shown);
    }

    @Test
    void valueWhenItIsEmptyIsShownAsEmpty() {
        assertThat(HiddenValues.variable("TOKEN=")).isEqualTo("TOKEN=");
    }

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

    private static Inspection image(String name, String secret) {
        return InspectionBuilder.image(name)
                .layer("ENV DB_PASSWORD=" + secret)
                .environment("DB_PASSWORD=" + secret, "PROXY=http://me:" + secret + "@p")
                .label("token", secret)
                .label("org.opencontainers.image.source", "https://" + secret + "@host/")
                .annotation("api-key.apikey", secret)
                .entrypoint("java", "-Dpassword=" + secret)
                .healthCheck("CMD", "curl", "http://a:" + secret + "@localhost/")
                .build();
    }
}

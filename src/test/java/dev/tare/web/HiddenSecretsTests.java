package dev.tare.web;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import dev.tare.catalog.Catalog;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.PlantedImage;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.sbom.SbomFormat;
import dev.tare.report.text.TextReport;
import dev.tare.secret.FakeTokens;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Renders images with secrets in every possible place, in every output of Tare. */
@SpringBootTest
@AutoConfigureMockMvc
class HiddenSecretsTests {

    /** A part of every password, which a search finds even in a piece of the password. */
    private static final String LEAK = "Leak";

    private static final String TOKEN = FakeTokens.withBase62Crc32("gh" + "p", 30);

    private static final String JSON_WEB_TOKEN = FakeTokens.jsonWebToken();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Catalog catalog;

    @Test
    void noReportOfAnImageShowsASecret() throws IOException {
        Inspection image = image("a", "1");
        InspectionReport report = InspectionReport.of(image);
        assertHidden(JsonText.of(report)).contains("\"DB_PASS=(hidden)\"", "\"GH=(hidden)\"");
        assertHidden(MarkdownReport.write(report));
        assertHidden(TextReport.write(report));
        StringWriter sbom = new StringWriter();
        SbomFormat.CYCLONEDX.write(image, sbom);
        assertHidden(sbom.toString());
    }

    @Test
    void noReportOfAComparisonShowsASecret() {
        ComparisonReport report =
                ComparisonReport.of(new Comparison(List.of(image("a", "1"), image("b", "2"), bare())));
        assertHidden(JsonText.of(report));
        assertHidden(MarkdownReport.write(report));
        assertHidden(TextReport.write(report));
    }

    @Test
    void noPageShowsASecret() throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(image("a", "1"), image("b", "2"), bare()))).id();
        for (String address : List.of("/comparisons/" + id, "/comparisons/" + id + "?from=2&to=0&rows=1000",
                "/api/comparisons/" + id)) {
            var result = this.mvc.get().uri(address).exchange();
            assertThat(result).as(address).hasStatusOk();
            assertHidden(result.getResponse().getContentAsString()).as(address).contains("(hidden)");
        }
    }

    /** The masks of these images did not see the tokens, so each output must hide them itself. */
    @Test
    void noAnswerShowsATokenOfAnyField() throws IOException {
        PlantedImage one = PlantedImage.of("a", true);
        PlantedImage other = PlantedImage.of("b", false);
        String id = this.catalog.keep(new Comparison(List.of(one.inspection(), other.inspection()))).id();
        String page = "/comparisons/" + id;
        for (String address : List.of("/", "/api/comparisons", page, page + "?from=1&to=0&rows=1000", "/api" + page,
                page + "/report.md", page + "/report.txt", page + "/report.json", page + "/chart.svg",
                page + "/images/0/sbom.json", page + "/images/1/files.csv")) {
            var result = this.mvc.get().uri(address).exchange();
            assertThat(result).as(address).hasStatusOk();
            String answer = result.getResponse().getContentAsString() + result.getResponse()
                    .getHeaderNames()
                    .stream()
                    .map(result.getResponse()::getHeaders)
                    .toList();
            assertThat(one.shownIn(answer)).as(address).isEmpty();
            assertThat(other.shownIn(answer)).as(address).isEmpty();
            assertThat(answer).as(address).contains("(hidden)");
        }
    }

    @Test
    void noAnswerToABadRequestShowsASecret() throws IOException {
        for (String accepted : List.of("text/html", "application/json")) {
            var result = this.mvc.get()
                    .uri("/api/comparisons/x?maxGrowth=" + TOKEN + "&waive={waive}", "https://me:Leak@host/")
                    .header("Accept", accepted)
                    .exchange();
            assertThat(result).hasStatus4xxClientError();
            assertHidden(result.getResponse().getContentAsString());
        }
    }

    private static AbstractStringAssert<?> assertHidden(String shown) {
        return assertThat(shown).doesNotContain(LEAK, TOKEN.substring(4, 12),
                JSON_WEB_TOKEN.substring(JSON_WEB_TOKEN.length() - 20));
    }

    private static Inspection bare() {
        return InspectionBuilder.image("bare").layer("bare").build();
    }

    private static Inspection image(String name, String different) {
        String secret = LEAK + different;
        return InspectionBuilder.image(name)
                .layer("echo " + TOKEN + " > /x")
                .layer("DB_PASS=" + secret + " mysql -p" + secret + " db")
                .layer("echo 0123456789012345678901234 " + TOKEN)
                .base("The history has a command set here, \"CMD curl -u u:" + secret + " h\", and further layers."
                        + " The image names https://u:" + secret + "@r/x as its base.")
                .layer("curl -H 'Authorization: Bearer " + secret + "' -u u:" + secret + " https://u:" + secret + "@h/")
                .environment(TOKEN, "GH=" + TOKEN, "AIRFLOW__CORE__FERNET_KEY=" + secret,
                        "ORACLE=jdbc:oracle:thin:app/" + secret + "@//db/x", "BLOB=https://h/c?sv=1&sig=" + secret,
                        "DB_PASS=" + secret + " x", "MYSQL_PWD=" + secret,
                        "SSH_PASSPHRASE=" + secret, "DATABASE_URL=postgres://app:p%40" + secret + "@db/x",
                        "R=postgres://app:" + secret + "#5x" + secret + "@db", "SESSION=" + JSON_WEB_TOKEN,
                        "SPRING_APPLICATION_JSON={\"spring\":{\"datasource\":{\"password\":\"" + secret + "\"}}}",
                        "JAVA_TOOL_OPTIONS=-Djavax.net.ssl.keyStorePassword=" + secret)
                .label("note", TOKEN)
                .label(TOKEN, "x" + different)
                .label("org.opencontainers.image.base.name", "https://u:" + secret + "@r/x")
                .label("org.opencontainers.image.source", "https://ci:" + secret + "@git.example.org/x.git")
                .annotation("org.example.note", "see " + JSON_WEB_TOKEN)
                .annotation("org.example.pass", secret)
                .entrypoint("/app", "--password=" + secret + " x", "--password", secret + " y", "-Dtoken=" + TOKEN)
                .command("curl -u u:" + secret + " https://u:" + secret + "@h/", "-u", "u:" + secret + different)
                .healthCheck("CMD-SHELL", "curl --token=" + secret + " https://u:" + secret + "@h/")
                .workingDirectory("/" + TOKEN)
                .build();
    }
}

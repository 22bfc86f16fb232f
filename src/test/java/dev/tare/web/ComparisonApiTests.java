package dev.tare.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import dev.tare.policy.check.Checks;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.output.ReportFormat;
import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class ComparisonApiTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void uploadIsComparedAndKeptUnderItsNames() throws IOException {
        MvcTestResult created = post("/api/comparisons", new UploadBody().field("name", "ours")
                .archive("good.tar", BadArchives.good())
                .archive("other.tar", BadArchives.other()));
        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).bodyJson().extractingPath("$.images[0].name").isEqualTo("ours");
        String location = created.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(this.mvc.get().uri(location)).hasStatusOk()
                .bodyJson()
                .extractingPath("$.images[1].name")
                .isEqualTo("other:1");
    }

    @Test
    void imagesWithTheSameNameHaveTheirFilesInParentheses() throws IOException {
        MvcTestResult created = post("/api/comparisons", new UploadBody().archive("a.tar", BadArchives.good())
                .archive("b.tar", BadArchives.good()));
        assertThat(created).bodyJson().extractingPath("$.images[0].name").isEqualTo("good:1 (a.tar)");
        assertThat(created).bodyJson().extractingPath("$.images[1].name").isEqualTo("good:1 (b.tar)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "text/* | text/plain;charset=UTF-8", "*/* | application/json",
            "text/markdown, text/plain;q=0.5 | text/markdown;charset=UTF-8",
            "text/html, text/*;q=0.5 | text/plain;charset=UTF-8", "application/* | application/json" })
    void reportHasTheFormatThatTheRequestPrefers(String accepted, String type) throws IOException {
        String location = post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(this.mvc.get().uri(location).header(HttpHeaders.ACCEPT, accepted)).hasStatusOk()
                .headers()
                .hasValue(HttpHeaders.CONTENT_TYPE, type);
    }

    @Test
    void uploadThatAcceptsNoFormatIsRejectedUnread() {
        assertThat(this.mvc.post()
                .uri("/api/comparisons")
                .contentType(UploadBody.CONTENT_TYPE)
                .header(HttpHeaders.ACCEPT, "image/png")
                .content("no upload")).hasStatus(HttpStatus.NOT_ACCEPTABLE);
    }

    @Test
    void downloadOfAReportStatesItsCharacterSetAndAShortOneItsLength() throws IOException {
        String page = String.valueOf(post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION))
                .replace("/api/", "/");
        int shortest = Integer.MAX_VALUE;
        for (ReportFormat format : ReportFormat.values()) {
            MvcTestResult report = this.mvc.get().uri(page + "/report." + format.extension()).exchange();
            assertThat(report).as(format.title()).hasStatusOk();
            assertThat(report.getResponse().getContentType()).isEqualTo(format.mediaType()
                    + (format.mediaType().startsWith("text/") ? ";charset=UTF-8" : ""));
            int length = report.getResponse().getContentAsByteArray().length;
            assertThat(report.getResponse().getContentLength()).isEqualTo(length <= 1 << 16 ? length : 0);
            shortest = Math.min(shortest, length);
        }
        assertThat(shortest).isLessThan(1 << 16);
        assertThat(this.mvc.get().uri(page + "/report.gif")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void chartHasAnAddressForEachFormat() throws IOException {
        String location = post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION);
        for (ChartFormat format : ChartFormat.values()) {
            for (String address : List.of(location, location.replace("/api/", "/"))) {
                assertThat(this.mvc.get().uri(address + "/chart." + format.extension())).hasStatusOk()
                        .hasContentType(format.mediaType());
            }
        }
        assertThat(this.mvc.get().uri(location + "/chart.gif")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void filesOfAnImageAreAList() throws IOException {
        String location = post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION);
        MvcTestResult files = this.mvc.get().uri(location + "/images/1/files.csv").exchange();
        assertThat(files).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(files).headers()
                .hasValue("Content-Disposition",
                        "attachment; filename=\"tare-" + location.substring(location.lastIndexOf('/') + 1)
                                + "-1.csv\"");
        assertThat(files).bodyText().startsWith("path,").contains("app/file,file,7,");
        assertThat(this.mvc.get().uri(location + "/images/2/files.csv")).hasStatus(404);
    }

    @Test
    void invalidParameterOfUploadOrPageIsRejected() throws IOException {
        assertRule(post("/api/comparisons?maxGrowth=lots", both()), 400, "invalid-parameter");
        String location = post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION);
        assertRule(this.mvc.get().uri(location + "?failOn=never").exchange(), 400, "invalid-parameter");
        String page = String.valueOf(location).replace("/api/", "/");
        assertRule(this.mvc.get().uri(page + "?from=2").exchange(), 400, "invalid-parameter");
    }

    @Test
    void parameterOfTheWrongTypeIsRejectedWithItsName() throws IOException {
        String location = post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION);
        MvcTestResult result = this.mvc.get().uri(location.replace("/api/", "/") + "?from=first").exchange();
        assertRule(result, 400, "invalid-parameter");
        assertThat(result).bodyJson().extractingPath("$.detail").asString().contains("\"from\"");
    }

    @Test
    void waiversThatAreTooLongForAnAddressAreRejectedBeforeTheUploadIsRead() throws IOException {
        StringBuilder waivers = new StringBuilder();
        for (String check : Checks.ids().stream().limit(12).toList()) {
            waivers.append("&waive=")
                    .append(check)
                    .append("%3D")
                    .append("\u00e9".repeat(100).replace("\u00e9", "%C3%A9"));
        }
        assertRule(this.mvc.post()
                .uri(URI.create("/api/comparisons?" + waivers.substring(1)))
                .contentType(UploadBody.CONTENT_TYPE)
                .content("no upload")
                .exchange(), 400, "invalid-parameter");
    }

    @Test
    void waiversInFieldsAreBoundedTogetherWithThoseInTheAddress() throws IOException {
        UploadBody few = both();
        UploadBody many = both();
        List<String> checks = Checks.ids().stream().limit(13).toList();
        checks.subList(0, 2).forEach(check -> few.field("waive", check + "=" + "\u4e2d".repeat(150)));
        checks.forEach(check -> many.field("waive", check + "=" + "\u4e2d".repeat(150)));
        MvcTestResult created = post("/comparisons", few);
        assertThat(created).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(created.getResponse().getHeader(HttpHeaders.LOCATION)).hasSizeLessThan(4200);
        assertRule(post("/comparisons", many), 400, "malformed-upload");
    }

    @Test
    void textsOfAnImageAreEscapedInEveryJson() throws IOException {
        String name = "evil\u202e\u009b2J\u0085\u007f";
        UploadBody body = both().field("name", name).archive("c.tar", BadArchives.good());
        MvcTestResult created = post("/api/comparisons", body);
        assertThat(created).hasStatus(HttpStatus.CREATED);
        String location = created.getResponse().getHeader(HttpHeaders.LOCATION);
        String page = location.replace("/api/", "/");
        for (String address : List.of("/api/comparisons", location, page + "/report.md", page + "/report.txt", page,
                "/", location + "/chart.svg", location + "/images/2/sbom.json", location + "/images/2/files.csv")) {
            assertThat(this.mvc.get().uri(address).exchange().getResponse().getContentAsString(UTF_8)).as(address)
                    .doesNotContain("\u202e", "\u009b", "\u0085", "\u007f");
        }
        MvcTestResult rejected =
                post("/api/comparisons", new UploadBody().archive("x\u202e\u009b\u007f.tar", "no".getBytes(UTF_8)));
        assertThat(rejected.getResponse().getContentAsString(UTF_8)).contains("x")
                .doesNotContain("\u202e", "\u009b",
                        "\u007f");
    }

    @Test
    void fieldOfUploadWithoutAValidValueIsAMalformedUpload() throws IOException {
        assertRule(post("/api/comparisons", both().field("platform", "linux")), 400, "malformed-upload");
        assertRule(post("/api/comparisons", both().field("waive", "shell=x")), 400, "malformed-upload");
        assertRule(post("/api/comparisons?waive=no-shell%3Done", both().field("waive", "no-shell=two")), 400,
                "malformed-upload");
    }

    private MvcTestResult post(String address, UploadBody body) throws IOException {
        return this.mvc.post()
                .uri(URI.create(address))
                .contentType(UploadBody.CONTENT_TYPE)
                .content(body.stream().readAllBytes())
                .exchange();
    }

    private static UploadBody both() {
        return new UploadBody().archive("good.tar", BadArchives.good()).archive("other.tar", BadArchives.other());
    }

    private static void assertRule(MvcTestResult result, int status, String rule) {
        assertThat(result).hasStatus(status).bodyJson().extractingPath("$.rule").isEqualTo(rule);
    }
}

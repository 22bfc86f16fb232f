package dev.tare.web;

import java.io.IOException;
import java.net.URI;

import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
    void imagesOfOneNameHaveTheirFilesBehindIt() throws IOException {
        MvcTestResult created = post("/api/comparisons", new UploadBody().archive("a.tar", BadArchives.good())
                .archive("b.tar", BadArchives.good()));
        assertThat(created).bodyJson().extractingPath("$.images[0].name").isEqualTo("good:1 (a.tar)");
        assertThat(created).bodyJson().extractingPath("$.images[1].name").isEqualTo("good:1 (b.tar)");
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
    void parameterOfUploadOrPageWithoutAValidValueIsRefusedAsOne() throws IOException {
        assertRule(post("/api/comparisons?maxGrowth=lots", both()), 400, "invalid-parameter");
        String location = post("/api/comparisons", both()).getResponse().getHeader(HttpHeaders.LOCATION);
        assertRule(this.mvc.get().uri(location + "?failOn=never").exchange(), 400, "invalid-parameter");
        String page = String.valueOf(location).replace("/api/", "/");
        assertRule(this.mvc.get().uri(page + "?from=2").exchange(), 400, "invalid-parameter");
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

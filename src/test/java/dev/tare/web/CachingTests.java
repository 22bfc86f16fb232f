package dev.tare.web;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class CachingTests {

    private static final String PRIVATE = "private, no-cache";

    @Autowired
    private MockMvcTester mvc;

    private String api;

    private String page;

    @BeforeEach
    void compare() throws IOException {
        this.api = this.mvc.post()
                .uri("/api/comparisons")
                .contentType(UploadBody.CONTENT_TYPE)
                .content(new UploadBody().archive("a.tar", BadArchives.good())
                        .archive("b.tar", BadArchives.other())
                        .stream()
                        .readAllBytes())
                .exchange()
                .getResponse()
                .getHeader(HttpHeaders.LOCATION);
        this.page = this.api.replace("/api/", "/");
    }

    @Test
    void everyFormOfAReportHasAWeakTagOfItsOwnAndIsNotSentAgain() {
        Set<String> tags = new HashSet<>();
        List<String> addresses = List.of(this.api, this.page, this.page + "?rows=100", this.page + "?from=1&to=0",
                this.page + "/report.md", this.page + "/report.json", this.api + "/chart.svg", this.api + "/chart.png",
                this.api + "/images/0/files.csv", this.api + "/images/1/files.csv", this.api + "/images/0/sbom.json",
                this.api + "/images/0/sbom.spdx.json");
        for (String address : addresses) {
            MockHttpServletResponse first = get(address, "*/*", null);
            assertThat(first.getStatus()).as(address).isEqualTo(200);
            assertThat(first.getHeaders(HttpHeaders.CACHE_CONTROL)).as(address).containsExactly(PRIVATE);
            String tag = String.valueOf(first.getHeader(HttpHeaders.ETAG));
            assertThat(tag).startsWith("W/\"");
            assertThat(tags.add(tag)).as(address).isTrue();
            MockHttpServletResponse second = get(address, "*/*", tag);
            assertThat(second.getStatus()).as(address).isEqualTo(304);
            assertThat(second.getContentAsByteArray()).isEmpty();
            assertThat(second.getHeader(HttpHeaders.ETAG)).isEqualTo(tag);
            assertThat(get(address, "*/*", "W/\"other\"").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void tagDependsOnTheAcceptedFormat() {
        String json = get(this.api, "application/json", null).getHeader(HttpHeaders.ETAG);
        MockHttpServletResponse markdown = get(this.api, "text/markdown", json);
        assertThat(markdown.getStatus()).isEqualTo(200);
        assertThat(markdown.getHeaders(HttpHeaders.VARY)).contains(HttpHeaders.ACCEPT);
    }

    @Test
    void listsAreAskedForEachTime() {
        assertThat(get("/", "text/html", null).getHeaders(HttpHeaders.CACHE_CONTROL)).containsExactly(PRIVATE);
        assertThat(get("/api/comparisons", "*/*", null).getHeaders(HttpHeaders.CACHE_CONTROL))
                .containsExactly(PRIVATE);
    }

    @Test
    void errorsAreNotStored() {
        for (String address : List.of(this.page + "?from=9", this.api + "?failOn=never", this.page + "/report.gif",
                "/comparisons/0", "/nothing")) {
            MockHttpServletResponse problem = get(address, "*/*", null);
            assertThat(problem.getStatus()).as(address).isBetween(400, 404);
            assertThat(problem.getHeaders(HttpHeaders.CACHE_CONTROL)).as(address).containsExactly("no-store");
            assertThat(problem.getHeader(HttpHeaders.ETAG)).as(address).isNull();
        }
    }

    @Test
    void onlyFilesWithADigestInTheirNameAreCachedForAYear() throws Exception {
        Matcher link = Pattern.compile("/tare-[0-9a-f]{32}\\.(css|js|svg)")
                .matcher(get("/", "text/html", null).getContentAsString());
        Set<String> kinds = new HashSet<>();
        while (link.find()) {
            assertThat(get(link.group(), "*/*", null).getHeader(HttpHeaders.CACHE_CONTROL)).as(link.group())
                    .contains("max-age=31536000");
            kinds.add(link.group(1));
            String plain = "/tare." + link.group(1);
            assertThat(get(plain, "*/*", null).getHeader(HttpHeaders.CACHE_CONTROL)).as(plain).isEqualTo("no-cache");
        }
        assertThat(kinds).containsExactlyInAnyOrder("css", "js", "svg");
        assertThat(get("/tare-" + "0".repeat(32) + ".css", "*/*", null).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse get(String address, String accept, String tag) {
        var request = this.mvc.get().uri(address).header(HttpHeaders.ACCEPT, accept);
        return (tag == null ? request : request.header(HttpHeaders.IF_NONE_MATCH, tag)).exchange().getResponse();
    }
}

package dev.tare.web;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;

import dev.tare.catalog.Catalog;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.report.InspectionReport;
import dev.tare.report.output.ReportFormat;
import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** One image is kept, shown and exported like a comparison, without another image. */
@SpringBootTest
@AutoConfigureMockMvc
class SingleImageTests {

    private static final Inspection IMAGE = InspectionBuilder.image("alone")
            .layer("alone")
            .file("bin/sh", 1_000)
            .surface(SurfaceKind.SHELL, "bin/sh")
            .dpkg("tool", "1", 10)
            .build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Catalog catalog;

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void reportIsThatOfTheCommand(ReportFormat format) throws Exception {
        StringWriter expected = new StringWriter();
        format.write(InspectionReport.of(IMAGE), expected);
        assertThat(this.mvc.get().uri(api()).header(HttpHeaders.ACCEPT, format.mediaType())).hasStatusOk()
                .bodyText()
                .isEqualTo(expected.toString());
        assertThat(this.mvc.get().uri(page() + "/report." + format.extension())).hasStatusOk()
                .bodyText()
                .isEqualTo(expected.toString());
    }

    @Test
    void uploadOfOneArchiveIsKept() throws IOException {
        MvcTestResult created = post("/api/comparisons", alone());
        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).bodyJson().extractingPath("$.image.name").isEqualTo("good:1");
        assertThat(created).bodyJson().doesNotHavePath("$.images");
        String location = String.valueOf(created.getResponse().getHeader(HttpHeaders.LOCATION));
        MvcTestResult form = post("/comparisons", alone().archive("", new byte[0]).field("reference", "\r\n"));
        assertThat(form).hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader(HttpHeaders.LOCATION, location.replace("/api/", "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/map", "/files", "/layers", "/breakdown.csv", "/breakdown.json", "/files.csv",
            "/layers.json", "/packages.csv", "/chart.svg", "/chart.png", "/images/0/sbom.json", "/images/0/files.csv" })
    void pagesAndExportsNeedNoParameter(String view) {
        assertThat(this.mvc.get().uri(page() + view)).hasStatusOk();
        assertThat(this.mvc.head().uri(page() + view)).hasStatusOk();
        assertThat(this.mvc.get().uri(page() + view + "?to=1")).satisfies(
                answer -> assertThat(answer.getResponse().getStatus()).isIn(view.contains("chart")
                        || view.contains("images") ? List.of(200) : List.of(400)));
    }

    @Test
    void pageHasNoOtherImageAndNoDifference() {
        assertThat(this.mvc.get().uri(page())).bodyText()
                .contains("<bdi>alone</bdi> is ", "What it contains")
                .doesNotContain("lighter", "heavier", "Swap", ">Compare</a>", "beside the others");
        assertThat(this.mvc.get().uri("/")).bodyText().contains("<bdi>alone</bdi></a>", "1 image");
    }

    @Test
    void budgetsAndChecksApplyToTheOnlyImage() {
        assertThat(this.mvc.get().uri(api() + "?maxUncompressed=1B")).bodyJson()
                .extractingPath("$.verdict")
                .isEqualTo("FAIL");
        assertThat(this.mvc.get().uri(api() + "?failOn=fail")).bodyJson().extractingPath("$.verdict").isEqualTo("FAIL");
        assertThat(this.mvc.get().uri(page() + "?maxUncompressed=1B")).bodyText()
                .contains("Budgets and required checks");
    }

    @Test
    void budgetOfGrowthNeedsAnotherImage() throws IOException {
        int kept = this.catalog.recent().size();
        assertRule(post("/api/comparisons?maxGrowth=5%25",
                new UploadBody().archive("b.tar", BadArchives.other())), 400, "invalid-parameter");
        assertThat(this.catalog.recent()).hasSize(kept);
        for (String address : List.of(api(), page(), page() + "/report.txt")) {
            MvcTestResult answer = this.mvc.get().uri(URI.create(address + "?maxGrowth=5%25")).exchange();
            assertRule(answer, 400, "invalid-parameter");
            assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("maxGrowth", "two or more");
            assertThat(this.mvc.head().uri(URI.create(address + "?maxGrowth=5%25"))).hasStatus(400);
        }
    }

    @Test
    void uploadWithoutAnImageIsRejected() throws IOException {
        for (UploadBody none : List.of(new UploadBody(), new UploadBody().archive("", new byte[0]),
                new UploadBody().field("reference", " \r\n\r\n"), new UploadBody().field("name", "a"))) {
            MvcTestResult answer = post("/api/comparisons", none);
            assertRule(answer, 400, "malformed-upload");
            assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("archive", "reference");
        }
    }

    @Test
    void anEmptyArchiveIsNoImage() throws IOException {
        assertRule(post("/api/comparisons", new UploadBody().archive("a.tar", new byte[0])), 422, "not-a-tar");
        assertRule(post("/comparisons", new UploadBody().archive("a.tar", new byte[0])), 422, "not-a-tar");
    }

    /** A pipeline that lost the name of its second image would get a verdict on the first. */
    @Test
    void theApiRefusesAnEmptyNameThatTheFormSends() throws IOException {
        assertThat(post("/api/comparisons", alone().field("reference", " \n"))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post("/api/comparisons", alone().archive("", new byte[0]))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post("/comparisons", alone().field("reference", "").archive("", new byte[0])))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void theSameImageTwiceIsAComparison() throws IOException {
        MvcTestResult created = post("/api/comparisons", alone().archive("b.tar", BadArchives.good()));
        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).bodyJson().extractingPath("$.images").asArray().hasSize(2);
        assertThat(created).bodyJson().extractingPath("$.differences[0].visibleGrowthBytes").isEqualTo(0);
    }

    private String page() {
        return "/comparisons/" + this.catalog.keep(new Comparison(List.of(IMAGE))).id();
    }

    private String api() {
        return "/api" + page();
    }

    private static UploadBody alone() {
        return new UploadBody().archive("a.tar", BadArchives.good());
    }

    private MvcTestResult post(String address, UploadBody body) throws IOException {
        return this.mvc.post()
                .uri(URI.create(address))
                .contentType(UploadBody.CONTENT_TYPE)
                .accept("application/json")
                .content(body.stream().readAllBytes())
                .exchange();
    }

    private static void assertRule(MvcTestResult result, int status, String rule) {
        assertThat(result).hasStatus(status).bodyJson().extractingPath("$.rule").isEqualTo(rule);
    }
}

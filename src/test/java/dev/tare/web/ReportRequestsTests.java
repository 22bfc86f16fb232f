package dev.tare.web;

import java.net.URI;
import java.util.stream.Stream;

import dev.tare.catalog.Catalog;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests build parts of reports: the facts of a comparison, and the differences of each pair. */
@SpringBootTest
@AutoConfigureMockMvc
class ReportRequestsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Comparisons comparisons;

    private String id = "";

    private long before;

    /** Each test has its own images, because reports of known ones are kept. */
    @BeforeEach
    void keep(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName() + test.getDisplayName();
        this.id =
                this.catalog.keep(new Comparison(Stream.of("a", "b", "c").map(end -> image(name + end)).toList())).id();
        this.before = this.comparisons.built();
    }

    @Test
    void pageBuildsTheFactsAndOnePair() {
        assertThat(built("/comparisons/" + this.id)).isEqualTo(2);
        assertThat(built("/comparisons/" + this.id + "?from=1&to=2")).isEqualTo(1);
        assertThat(built("/comparisons/" + this.id + "?from=1&to=2&rows=1000")).isZero();
    }

    @Test
    void reportBuildsTheFactsAndEachPairWithTheFirst() {
        assertThat(built("/api/comparisons/" + this.id)).isEqualTo(3);
        assertThat(built("/comparisons/" + this.id + "/report.md")).isZero();
        assertThat(built("/comparisons/" + this.id)).isZero();
    }

    @Test
    void parametersOfAPolicyBuildNothing() {
        built("/api/comparisons/" + this.id);
        String page = "/comparisons/" + this.id + "?waive=non-root-user=Needed";
        assertThat(built("/api" + page)).isZero();
        assertThat(built(page + "-again")).isZero();
        assertThat(built("/api/comparisons/" + this.id + "?maxGrowth=5%25&failOn=warn")).isZero();
        assertThat(this.mvc.get().uri("/api" + page)).bodyText().contains("\"waivedBecause\" : \"Needed\"");
        assertThat(this.mvc.get().uri("/api/comparisons/" + this.id)).bodyText()
                .doesNotContain("\"waivedBecause\" : \"Needed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/api/comparisons", "/comparisons/{id}/chart.svg", "/api/comparisons/{id}/chart.png",
            "/comparisons/{id}/images/0/files.csv", "/comparisons/{id}/images/0/sbom.json" })
    void listsChartsAndFilesBuildNothing(String address) {
        assertThat(built(address.replace("{id}", this.id))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/comparisons/{id}", "/api/comparisons/{id}", "/comparisons/{id}/report.json",
            "/comparisons/{id}/report.txt", "/comparisons/{id}/images/0/files.csv",
            "/comparisons/{id}/images/0/sbom.json" })
    void headBuildsNothing(String address) {
        assertThat(this.mvc.head().uri(address.replace("{id}", this.id))).hasStatusOk().bodyText().isEmpty();
        assertThat(this.comparisons.built()).isEqualTo(this.before);
        assertThat(this.mvc.head().uri(address.replace("{id}", "none"))).hasStatus(404);
    }

    @Test
    void headOfAPageWithAnInvalidParameterIsABadRequest() {
        assertThat(this.mvc.head().uri("/comparisons/" + this.id + "?from=7")).hasStatus(400);
        assertThat(this.mvc.head().uri("/comparisons/" + this.id + "?maxGrowth=x")).hasStatus(400);
    }

    /** The number of parts that a request built. */
    private long built(String address) {
        long start = this.comparisons.built();
        assertThat(this.mvc.get().uri(URI.create(address))).hasStatusOk();
        return this.comparisons.built() - start;
    }

    private static Inspection image(String name) {
        return InspectionBuilder.image(name).layer(name).file("opt/" + name, 0755, 0, 0, name).build();
    }
}

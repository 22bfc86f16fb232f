package dev.tare.web.view;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.RequestQueue;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import dev.tare.policy.Policy;
import dev.tare.web.HeldHeap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class ViewPagesTests {

    private static final Inspection FROM = InspectionBuilder.image("view-from")
            .layer("view-from")
            .file("usr/lib/a.so", 100_000)
            .file("opt/tool", 0755, 0, 0, "tool")
            .build();

    private static final Inspection TO = InspectionBuilder.image("view-to")
            .layer("view-to")
            .file("srv/tool", 0755, 0, 0, "tool")
            .file("var/b", 70_000)
            .build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ViewedPair.Finder pairs;

    @Test
    void filesAreFilteredByPattern() {
        assertThat(this.mvc.get().uri(address("files?glob=*.so"))).hasStatusOk()
                .bodyText()
                .contains("/usr/lib/a.so", "1 file")
                .doesNotContain("/var/b");
    }

    @Test
    void mapHasATileAndARowForEachPart() {
        assertThat(this.mvc.get().uri(address("map"))).hasStatusOk()
                .bodyText()
                .contains("url(#lost)", "url(#gained)", "<title>", "&amp;at=folders", "map-table");
    }

    @Test
    void fileHasBothVersionsAndItsLayers() {
        assertThat(this.mvc.get().uri(address("file?path=usr/lib/a.so"))).hasStatusOk()
                .bodyText()
                .contains("100,000 bytes", "No layer of this image has it.", "Layer 1 adds");
    }

    @Test
    void layersThatOnlyOneImageHasAreApart() {
        assertThat(this.mvc.get().uri(address("layers"))).hasStatusOk()
                .bodyText()
                .contains("Only in A", "Only in B", "In both");
    }

    @Test
    void filesHaveTheOwnersOfTheReportEvenIfTheOtherImageVerifiesTheBase() {
        Inspection to = InspectionBuilder.image("view-to")
                .layer("view-base")
                .file("a", 9)
                .layer("view-to")
                .file("opt/b", 7)
                .build();
        Comparison comparison = new Comparison(List.of(FROM, to), List.of(FROM.base(),
                BaseImage.known(BaseGrade.VERIFIED, 1, null, "The other image has the same layers.")));
        assertThat(this.mvc.get().uri(address(comparison, "files?line=folders"))).bodyText().contains("/opt/b");
        assertThat(this.mvc.get().uri(address(comparison, "layers"))).bodyText()
                .contains("base image verified by its layers");
    }

    @Test
    void mapWithoutPartsIsNotDrawn() {
        assertThat(this.mvc.get().uri(address(new Comparison(List.of(TO, TO)), "map?mode=diff"))).hasStatusOk()
                .bodyText()
                .contains("No part differs in size.")
                .doesNotContain("viewBox=\"0 0 1104 540\"", "map-table");
    }

    @Test
    void tableOfTheMapStatesHowManyPartsItOmits() {
        InspectionBuilder many = InspectionBuilder.image("many").layer("many");
        IntStream.range(0, 1002)
                .forEach(i -> many.jar("app/" + i + ".jar", "g", "l" + i, "1", 10, "c" + i)
                        .file("app/" + i + ".jar", 10));
        assertThat(this.mvc.get()
                .uri(address(new Comparison(List.of(TO, many.build())), "map?at=libraries.java-libraries")))
                .bodyText()
                .contains("2 smaller parts are not listed.");
    }

    @Test
    void layersOfANodeArePulledEvenIfASharedLayerIsStoredUncompressed() {
        Inspection from = InspectionBuilder.image("view-from").plainLayer("view-base").file("a", 1).build();
        Inspection to = InspectionBuilder.image("view-to")
                .plainLayer("view-base")
                .file("a", 1)
                .layer("top")
                .file("b", 1)
                .build();
        assertThat(this.mvc.get().uri(address(new Comparison(List.of(from, to)), "layers"))).bodyText()
                .contains("still pulls");
    }

    @Test
    void pageKeepsItsHeapUntilItIsWritten() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        String id = this.catalog.keep(new Comparison(List.of(FROM, TO))).id();
        this.pairs.page(request, this.pairs.find(id, null, null, Policy.NONE), "map", Map::of);
        assertThat(request.getAttribute(HeldHeap.class.getName()))
                .isInstanceOfSatisfying(RequestQueue.Turn.class, RequestQueue.Turn::close);
    }

    @Test
    void filesAreFilteredByLineLayerAndSize() {
        assertThat(this.mvc.get().uri(address("files?line=folders&layer=to-1&min=60kB&max=0.1MB"))).hasStatusOk()
                .bodyText()
                .contains("/var/b", "1 file")
                .doesNotContain("/usr/lib/a.so");
    }

    @Test
    void exportOfFilesHasTheFilterOfThePageAndEveryRow() throws Exception {
        InspectionBuilder many = InspectionBuilder.image("export-many").layer("export-many");
        IntStream.range(0, 250).forEach(i -> many.file("srv/%03d.txt".formatted(i), 1000 + i));
        Comparison comparison = new Comparison(List.of(FROM, many.build()));
        String filter = "?text=srv/&change=added&min=1010&sort=path";
        assertThat(this.mvc.get().uri(address(comparison, "files" + filter))).bodyText()
                .contains("240 files", "files.csv?from=0&amp;to=1&amp;text=srv%2F&amp;change=added&amp;min=1010");
        List<String> lines = this.mvc.get()
                .uri(address(comparison, "files.csv" + filter))
                .exchange()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
        assertThat(lines).hasSize(241);
        assertThat(lines.get(0)).startsWith("path,from_path,change,");
        assertThat(lines.get(1)).startsWith("srv/010.txt,,added,Folders without a package,/srv,/srv,,1010,1010,,0,");
        assertThat(json(comparison, "files.json" + filter).size()).isEqualTo(240);
    }

    @ParameterizedTest
    @ValueSource(strings = { "breakdown", "layers", "packages", "files" })
    void exportsHaveTheSameRowsInBothFormatsOnThePageAndInTheApi(String view) throws Exception {
        Comparison comparison = new Comparison(List.of(FROM, TO));
        JsonNode rows = json(comparison, view + ".json");
        assertThat(this.mvc.get().uri("/api" + address(comparison, view + ".csv"))).hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .satisfies(csv -> assertThat(csv.lines()).hasSize(rows.size() + 1));
        assertThat(this.mvc.head().uri(address(comparison, view + ".csv"))).hasStatusOk().bodyText().isEmpty();
    }

    @Test
    void breakdownAddsUpToTheGrowthOrToTheImage() throws Exception {
        Comparison comparison = new Comparison(List.of(FROM, TO));
        assertThat(sum(json(comparison, "breakdown.json"), "visible_growth_bytes")).isEqualTo(70_000 - 100_000);
        assertThat(sum(json(comparison, "breakdown.json?from=1&to=1"), "visible_bytes"))
                .isEqualTo(TO.weight().sizes().visible());
    }

    @Test
    void layersOfOneImageAreExported() throws Exception {
        JsonNode rows = json(new Comparison(List.of(FROM, TO)), "layers.json?from=1&to=1");
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.get(0).path("image").asString()).isEqualTo("view-to");
    }

    @Test
    void pagesOfOneImageCompareNothing() {
        assertThat(this.mvc.get().uri(address("layers?from=1&to=1"))).hasStatusOk()
                .bodyText()
                .contains("All layers")
                .doesNotContain("Only in", "In both");
        assertThat(this.mvc.get().uri(address("files?from=1&to=1"))).hasStatusOk()
                .bodyText()
                .contains("/var/b", "aria-sort=\"descending\"><a", ">Size</a>")
                .doesNotContain("Only in", ">Growth<");
        assertThat(this.mvc.get().uri(address("map?from=1&to=1"))).hasStatusOk()
                .bodyText()
                .doesNotContain("Only what differs", ">Growth<");
    }

    @Test
    void packagesThatDifferAreExported() throws Exception {
        Inspection with = InspectionBuilder.image("view-jar")
                .layer("view-jar")
                .jar("app/a.jar", "org.example", "a", "1", 10, "view-a")
                .file("app/a.jar", 10)
                .build();
        JsonNode rows = json(new Comparison(List.of(FROM, with)), "packages.json");
        assertThat(rows.get(0).path("change").asString()).isEqualTo("added");
        assertThat(rows.get(0).path("kind").asString()).isEqualTo("jar");
        assertThat(rows.get(0).path("to_versions").asString()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "map", "files", "file?path=usr/lib/a.so", "layers", "files?page=1", "files?text=usr" })
    void viewsKeepTheWaiversOfTheOverview(String view) {
        String waiver = "waive=no-shell%3Done,%20two";
        assertThat(this.mvc.get().uri(URI.create(address(view) + (view.contains("?") ? "&" : "?") + waiver)))
                .hasStatusOk()
                .bodyText()
                .contains("?from=0&amp;to=1&amp;waive=no-shell%3Done%2C%20two\"");
    }

    @Test
    void invalidWaiverIsRejected() {
        assertThat(this.mvc.get().uri(address("map?waive=none"))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "map", "files", "file?path=usr/lib/a.so", "layers" })
    void imagesHaveTheLettersOfTheOverview(String view) {
        Comparison comparison = new Comparison(List.of(TO, FROM, TO));
        assertThat(this.mvc.get().uri(address(comparison, view + (view.contains("?") ? "&" : "?") + "from=1&to=2")))
                .hasStatusOk()
                .bodyText()
                .contains(">B</span><bdi>view-from", ">C</span><bdi>view-to")
                .doesNotContain(">A</span>", "in A<");
    }

    private JsonNode json(Comparison comparison, String view) throws Exception {
        return JsonMapper.shared()
                .readTree(this.mvc.get().uri(address(comparison, view)).exchange().getResponse().getContentAsString());
    }

    private static long sum(JsonNode rows, String name) {
        return rows.values().stream().mapToLong(row -> row.path(name).asLong()).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = { "glob", "text" })
    void longFilterIsRejected(String name) {
        assertThat(this.mvc.get().uri(address("files?" + name + "=" + "a".repeat(65)))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "map", "files", "file?path=usr/lib/a.so", "layers" })
    void pagesLinkToEachOther(String view) {
        assertThat(this.mvc.get().uri(address(view))).hasStatusOk()
                .bodyText()
                .contains("aria-current", "map?from=0&amp;to=1", "files?from=0&amp;to=1", "layers?from=0&amp;to=1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "map", "map?at=x", "files", "file?path=usr/lib/a.so", "layers" })
    void headBuildsNoPage(String view) {
        assertThat(this.mvc.head().uri(address(view))).hasStatusOk()
                .hasHeader("Content-Type", "text/html;charset=UTF-8")
                .bodyText()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "files?change=x", "files?page=0", "files?from=9", "map?mode=x", "file?path=x",
            "layers?to=2" })
    void headChecksParameters(String view) {
        assertThat(this.mvc.head().uri(address(view))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "files?change=x", "files?page=0", "files?from=9", "files?min=x", "files?max=1.5",
            "files?layer=3", "files?layer=to-0", "files.csv?sort=x", "files.xml?change=x", "layers.csv?from=2",
            "map?mode=x", "map?at=x",
            "files?sort=x", "file?path=x", "layers?to=2" })
    void invalidParametersAreRejected(String view) {
        assertThat(this.mvc.get().uri(address(view))).hasStatus(400);
    }

    private String address(String view) {
        return address(new Comparison(List.of(FROM, TO)), view);
    }

    private String address(Comparison comparison, String view) {
        return "/comparisons/" + this.catalog.keep(comparison).id() + "/" + view;
    }
}

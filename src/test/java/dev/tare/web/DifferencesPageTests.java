package dev.tare.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.catalog.Catalog;
import dev.tare.comparison.Comparison;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The page shows differences besides versions and paths. */
@SpringBootTest
@AutoConfigureMockMvc
class DifferencesPageTests {

    private static final Inspection FROM = InspectionBuilder.image("from")
            .layer("from")
            .java("jdk", "Vendor", "25", Kind.JDK, "java.base", "jdk.compiler")
            .shadedJar("a.jar", "a", "1", new ShadedLibrary("g", "unpacked", "1"))
            .file("opt/tool", 0755, 0, 0, "tool")
            .build();

    private static final Inspection TO = InspectionBuilder.image("to")
            .layer("to")
            .java("jre", "Vendor", "25", "java.base")
            .shadedJar("a.jar", "a", "1", new ShadedLibrary("g", "unpacked", "2"))
            .file("srv/tool", 0700, 0, 0, "tool")
            .build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Catalog catalog;

    @Test
    void packagesHaveModulesKindsAndUnpackedLibraries() throws IOException {
        assertThat(page(FROM, TO)).contains("same version, other modules", "a JDK before, a custom runtime now",
                "<code>jdk.compiler</code>", "unpacked into a jar", "<code>g:unpacked</code>");
    }

    @Test
    void tablesOfThreeImagesHaveRuntimesAndUnpackedLibraries() throws IOException {
        assertThat(page(FROM, TO, InspectionBuilder.image("bare").layer("bare").build())).contains("2 modules, JDK",
                "1 module, custom runtime", "unpacked into a jar");
    }

    @Test
    void pageHasTheGradeOfEachBaseImage() throws IOException {
        Inspection base = InspectionBuilder.image("base:1").layer("lowest").file("a", 1).build();
        Inspection app = InspectionBuilder.image("app:1").layer("lowest").file("a", 1).layer("app").build();
        Inspection likely = InspectionBuilder.image("likely")
                .layer("x")
                .layer("y")
                .base(new BaseImage(BaseGrade.LIKELY, new BaseBoundary.Likely(1), null, 0, "A command."))
                .build();
        assertThat(page(base, app, likely)).contains("base image unknown", "base image verified, ",
                "base image likely, a boundary above the lowest layer", "<pattern ");
    }

    @Test
    void pageOfOneImageHasNoDifferences() throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(FROM, TO))).id();
        String page = get("/comparisons/" + id + "?from=1&to=1");
        assertThat(page).contains("<h1><bdi>to</bdi> is <span title=\"11 bytes\">11\u00a0B</span> in 1 layer</h1>",
                "custom runtime")
                .doesNotContain("lighter", "heavier", "only in", "In both");
    }

    @Test
    void packagesAreFilteredAndSortedWithoutScript() throws IOException {
        Inspection many = InspectionBuilder.image("software")
                .layer("software")
                .dpkg("small", "1", 10)
                .dpkg("large", "1", 1000)
                .dpkg("other", "1", 100)
                .build();
        String id = this.catalog.keep(new Comparison(List.of(FROM, many))).id();
        assertThat(get("/comparisons/" + id)).containsSubsequence("<code>large</code>", "<code>other</code>",
                "<code>small</code>");
        assertThat(get("/comparisons/" + id + "?sort=name&text=L")).containsSubsequence("<code>large</code>",
                "<code>small</code>").doesNotContain("<code>other</code>");
        assertThat(this.mvc.get().uri("/comparisons/" + id + "?text=" + "x".repeat(65))).hasStatus(400);
    }

    @Test
    void waivedChecksAndLinksKeepTheReason() throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(FROM, TO))).id();
        assertThat(get("/comparisons/" + id + "?waive=non-root-user=Needed"))
                .contains("Waived: Needed", "?from=1&amp;to=0&amp;waive=non-root-user%3DNeeded");
    }

    @Test
    void pageOfOtherPairStartsFromTheChosenImage() throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(FROM, TO))).id();
        assertThat(get("/comparisons/" + id + "?from=1&to=0")).contains("a custom runtime before, a JDK now");
    }

    @Test
    void pageHasNoStyleAttributeAndEscapesNames() throws IOException {
        Inspection hostile = InspectionBuilder.image("<b>\u202e")
                .layer("RUN <script>alert(1)</script>")
                .label("<i>", "\"><img src=x>")
                .file("<u>", 3)
                .dpkg("<p>", "<q>")
                .build();
        assertThat(page(FROM, hostile, TO)).doesNotContain("<script>alert", "<img src=x", "<i>", "<u>", "<p>,", "<q>",
                "<b>", "\u202e", "style=").contains("&lt;b&gt;\\u202e", "&lt;img src=x&gt;");
    }

    @Test
    void pageShowsEveryVariableAndLabelInFull() throws IOException {
        String end = " " + "x".repeat(1_800);
        InspectionBuilder builder = InspectionBuilder.image("long");
        // Each value begins with its number. A search for equal beginnings would take minutes.
        IntStream.range(0, 120)
                .forEach(i -> builder.layer("step-" + i + end).environment("V" + i + "=value-" + i + end));
        IntStream.range(0, 30).forEach(i -> builder.label("l" + i, "label-" + i + end));
        String page = page(FROM, builder.build());
        assertThat(page).contains(IntStream.range(0, 120)
                .mapToObj(i -> Stream.of("V" + i, "value-" + i + end))
                .flatMap(texts -> texts.map(text -> text + "</code>"))
                .toList());
        assertThat(page).contains(IntStream.range(0, 30).mapToObj(i -> "label-" + i + end + "</code>").toList());
    }

    @Test
    void pageSaysNothingTwice() throws IOException {
        assertThat(page(FROM, TO)).containsOnlyOnce(">Shells<")
                .containsOnlyOnce(">Executables<")
                .containsOnlyOnce("Efficiency as dive defines it")
                .doesNotContain("Gross", "Largest paths", "id=\"differences\"", "aive checks");
    }

    @Test
    void secretOnThePageHasItsPlaceAndEvidence() throws IOException {
        Inspection image = InspectionBuilder.image("secret")
                .layer("secret")
                .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 1, 0, null)
                .build();
        assertThat(page(FROM, image))
                .contains("Npm token <code>/root/.npmrc line 1</code>",
                        HtmlUtils.htmlEscape(SecretKind.NPM_TOKEN.evidence()));
    }

    private String page(Inspection... images) throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(images))).id();
        return get("/comparisons/" + id);
    }

    private String get(String address) throws IOException {
        var result = this.mvc.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}

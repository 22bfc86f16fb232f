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
    void differencesShowModulesKindsUnpackedLibrariesAndChangesOfMovedFiles() throws IOException {
        assertThat(page(FROM, TO)).contains("same version, other modules", "a JDK before, a custom runtime now",
                "<code>jdk.compiler</code>", "Libraries unpacked into jars", "<code>g:unpacked</code>",
                "<code>/srv/tool</code>", "<td>mode 0755 → 0700</td>");
    }

    @Test
    void tablesOfThreeImagesHaveRuntimesAndUnpackedLibraries() throws IOException {
        assertThat(page(FROM, TO, InspectionBuilder.image("bare").layer("bare").build())).contains("2 modules, JDK",
                "1 module, custom runtime", "Libraries unpacked into jars");
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
    void tablesOfThreeImagesHaveTheDifferingPaths() throws IOException {
        Inspection third =
                InspectionBuilder.image("third").layer("third").file("opt/tool", 0700, 0, 0, "other").build();
        assertThat(page(FROM, TO, third)).contains("3 paths differ", "<code>/opt/tool</code>",
                "<span class=\"line\">content A</span>", "<span class=\"line\">mode 0755</span>",
                "<span class=\"line\">content B</span>", "<span class=\"line\">mode 0700</span>");
    }

    @Test
    void pageOfOtherPairStartsFromTheChosenImage() throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(FROM, TO))).id();
        var result = this.mvc.get().uri("/comparisons/" + id + "?from=1&to=0").exchange();
        assertThat(result.getResponse().getContentAsString())
                .contains("From <bdi>to</bdi> to <bdi>from</bdi>", "a custom runtime before, a JDK now");
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
    void pageShowsEveryLayerVariableAndLabelInFull() throws IOException {
        String end = " " + "x".repeat(1_800);
        InspectionBuilder builder = InspectionBuilder.image("long");
        // Each value begins with its number. A search for equal beginnings would take minutes.
        IntStream.range(0, 120)
                .forEach(i -> builder.layer("step-" + i + end).environment("V" + i + "=value-" + i + end));
        IntStream.range(0, 30).forEach(i -> builder.label("l" + i, "label-" + i + end));
        String page = page(FROM, builder.build());
        assertThat(page).contains(IntStream.range(0, 120)
                .mapToObj(i -> Stream.of("step-" + i + end, "V" + i, "value-" + i + end))
                .flatMap(texts -> texts.map(text -> text + "</code>"))
                .toList());
        assertThat(page).contains(IntStream.range(0, 30).mapToObj(i -> "label-" + i + end + "</code>").toList());
    }

    /** Only the chart and the table of sizes show sizes. */
    @Test
    void pageHasEachSizeInOneTableAndTheEfficiencyOfDiveOnDemand() throws IOException {
        String page = page(FROM, TO);
        assertThat(page.split("Tare \\(base image\\)", -1)).hasSize(2);
        assertThat(page).doesNotContain("same in figures");
        int details = page.lastIndexOf("<details>", page.indexOf("Efficiency as dive defines it"));
        assertThat(page.substring(details, page.indexOf("Efficiency as dive defines it"))).doesNotContain("</details>");
        assertThat(page.substring(0, details)).contains("Wasted");
    }

    @Test
    void secretOnThePageHasItsEvidenceInATitle() throws IOException {
        Inspection image = InspectionBuilder.image("secret")
                .layer("secret")
                .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 1, 0, null)
                .build();
        assertThat(page(FROM, image))
                .contains("<td title=\"" + HtmlUtils.htmlEscape(SecretKind.NPM_TOKEN.evidence()) + "\">Npm token</td>");
    }

    private String page(Inspection... images) throws IOException {
        String id = this.catalog.keep(new Comparison(List.of(images))).id();
        var result = this.mvc.get().uri("/comparisons/" + id).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}

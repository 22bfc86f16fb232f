package dev.tare.report.section;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.fixture.DocumentTables;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionTablesTests {

    @Test
    void changesOfARuntimeNameKindsAndModules() {
        assertThat(change(image(Kind.JDK, "java.base", "b", "c"), image(Kind.JRE, "java.base", "a\u202e")))
                .containsExactly(
                        "same version, other modules",
                        "a JDK before, a JRE now; 1 module added: a\u202e; 2 modules removed: b, c");
    }

    @Test
    void changesOfARuntimeWithManyModulesNameTheFirst() {
        String[] many = IntStream.range(10, 30).mapToObj(i -> "m" + i).toArray(String[]::new);
        assertThat(change(image(Kind.JRE, many), image(Kind.JRE)).getLast())
                .isEqualTo("20 modules removed: m10, m11, m12, m13, m14, m15, m16, m17 and 12 more");
    }

    @Test
    void changesOfARuntimeOfAnotherKindWithTheSameModulesAreInItsFiles() {
        assertThat(change(image(Kind.JDK, "java.base"), image(Kind.JRE, "java.base")))
                .containsExactly("same version, other files", "a JDK before, a JRE now");
    }

    @Test
    void changesOfVersionsAreUpgradesAndDowngrades() {
        DocumentTables tables = tables(InspectionBuilder.image("a").layer("a").dpkg("up", "1").dpkg("down", "2"),
                InspectionBuilder.image("b").layer("b").dpkg("up", "2").dpkg("down", "1").dpkg("new", "1"));
        assertThat(tables.row("Packages", "up")).containsExactly(List.of("upgrade"), List.of("1"), List.of("2"));
        assertThat(tables.row("Packages", "down")).containsExactly(List.of("downgrade"), List.of("2"), List.of("1"));
        assertThat(tables.row("Packages", "new")).containsExactly(List.of("added"), List.of("—"), List.of("1"));
    }

    @Test
    void tablesOfPackagesHaveTheirInstalledSizes() {
        InspectionBuilder from = InspectionBuilder.image("a").layer("a").dpkg("libc6", "1", 13_000_000).dpkg("b", "1");
        InspectionBuilder to = InspectionBuilder.image("b").layer("b").dpkg("libc6", "2", 13_100_000);
        DocumentTables tables = tables(from, to);
        assertThat(tables.row("Packages", "libc6").subList(3, 5)).containsExactly(List.of("13.0 MB"),
                List.of("13.1 MB"));
        assertThat(tables.row("Packages", "b").subList(3, 5)).containsExactly(List.of("—"), List.of("—"));
        ComparisonReport three = ComparisonReport.of(new Comparison(List.of(from.build(), to.build(), to.build())));
        assertThat(new DocumentTables(Document.of(three)).in("side-by-side").row("Packages", "libc6")).startsWith(
                List.of("1", "13.0 MB installed"), List.of("2", "13.1 MB installed"));
    }

    /** A license rarely changes, so it has one column. */
    @Test
    void tablesOfPackagesHaveTheirLicenses() {
        DocumentTables tables = tables(
                InspectionBuilder.image("1").layer("a").licensed("same", "MIT").licensed("other", "MIT").licensed("no"),
                InspectionBuilder.image("2")
                        .layer("b")
                        .licensed("same", "MIT")
                        .licensed("other", "ISC", "BSD")
                        .licensed(
                                "new", "a", "b", "c", "d", "e", "f")
                        .licensed("no"));
        assertThat(tables.row("Packages", "same").getLast()).containsExactly("MIT");
        assertThat(tables.row("Packages", "other").getLast()).containsExactly("MIT → ISC, BSD");
        assertThat(tables.row("Packages", "new").getLast()).containsExactly("a, b, c, d and 2 more");
        assertThat(tables.row("Packages", "no").getLast()).containsExactly("—");
    }

    private static List<String> change(InspectionBuilder from, InspectionBuilder to) {
        return tables(from, to).row("Java runtimes", "V").getFirst();
    }

    private static InspectionBuilder image(Kind kind, String... modules) {
        return InspectionBuilder.image("i").layer("l").java("java", "V", "25", kind, modules);
    }

    private static DocumentTables tables(InspectionBuilder from, InspectionBuilder to) {
        return new DocumentTables(
                Document.of(ComparisonReport.of(new Comparison(List.of(from.build(), to.build())))));
    }
}

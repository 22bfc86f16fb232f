package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SideBySideTests {

    @Test
    void jarsOfOneVersionWithOtherContentAreToldApart() {
        ComparisonReport report = report(image().jar("a.jar", "g", "a", "1.0", 10, "x"),
                image().jar("a.jar", "g", "a", "1.0", 10, "y"), image().jar("b.jar", "g", "a", "1.0", 10, "x"),
                image());
        assertThat(TextReport.write(report)).containsPattern("g:a +1.0 \\(A\\) +1.0 \\(B\\) +1.0 \\(A\\) +-\n");
        assertThat(MarkdownReport.write(report))
                .contains("| `g:a` | `1.0`, content A | `1.0`, content B | `1.0`, content A | — |");
        assertThat(read(report).at("/matrix/jars/items/0/images").findValuesAsString("content"))
                .containsExactly("A", "B", "A", "");
    }

    @Test
    void jarsOfLongVersionsAreToldApartStill() {
        String version = "1.0-SNAPSHOT-" + "x".repeat(60);
        assertThat(TextReport.write(report(image().jar("a.jar", "g", "a", version, 10, "x"),
                image().jar("a.jar", "g", "a", version, 10, "y"), image()))).containsPattern("… \\(A\\) .*… \\(B\\) ");
    }

    @Test
    void runtimesOfAsManyButOtherModulesAreToldApart() {
        ComparisonReport report = report(image().java("a", "V", "25", Kind.JRE, "java.base", "java.sql"),
                image().java("a", "V", "25", Kind.JRE, "java.base", "java.xml"), image());
        assertThat(TextReport.write(report)).containsPattern("V +25\\+9-LTS \\(A\\) +25\\+9-LTS \\(B\\) +-\n");
    }

    @Test
    void whatItsVersionTellsApartHasNoLetter() {
        ComparisonReport report = report(image().jar("a.jar", "g", "a", "1", 10, "x"),
                image().jar("a.jar", "g", "a", "2", 10, "y"), image());
        assertThat(TextReport.write(report)).containsPattern("g:a +1 +2 +-\n");
        assertThat(read(report).at("/matrix/jars/items/0/images/0/content").isNull()).isTrue();
    }

    @Test
    void packagesOfAnotherArchitectureAreToldApartThoughAnImageHasNone() {
        assertThat(TextReport.write(report(image().dpkg("a", "1"), image().dpkg("a", "1", "arm64"), image())))
                .containsPattern("a +1 amd64 +1 arm64 +-\n");
    }

    @Test
    void filesThatAreNotTheSameInAllImagesAreTold() {
        ComparisonReport report = report(image().file("etc/f", 0644, 0, 0, "x").file("same", 3),
                image().file("etc/f", 0600, 5, 5, "y").file("same", 3), image().file("same", 3).file("big", 2_000));
        assertThat(TextReport.write(report)).contains("""
                Paths that differ       #1       #2       #3
                all of them              1        1        1
                visible bytes          1 B      1 B  2.00 kB
                /big                     -        -  2.00 kB
                /etc/f             1 B (A)  1 B (B)        -
                  mode                0644     0600        -
                  owner                0:0      5:5        -
                (A), (B): what has the same letter has the same content
                1 path is the same in all images
                """.indent(2));
        assertThat(MarkdownReport.write(report)).contains("| `/big` | — | — | 2.00 kB |",
                "| `/etc/f` | 1 B, content A, mode 0644, owner 0:0 | 1 B, content B, mode 0600, owner 5:5 | — |",
                "1 path is the same in all images.");
        JsonNode files = read(report).at("/matrix/files");
        assertThat(files.at("/samePaths").longValue()).isEqualTo(1);
        assertThat(files.at("/differing/total").longValue()).isEqualTo(2);
        assertThat(files.at("/differing/items/1/images/1/state/mode").stringValue()).isEqualTo("0600");
        assertThat(files.at("/differing/items/1/images/1/content").stringValue()).isEqualTo("B");
        assertThat(files.at("/differing/items/1/images/2/state").isNull()).isTrue();
    }

    private static JsonNode read(ComparisonReport report) {
        return JsonMapper.shared().readTree(JsonReport.write(report));
    }

    private static ComparisonReport report(InspectionBuilder... images) {
        return ComparisonReport
                .of(new Comparison(List.of(images).stream().map(InspectionBuilder::build).toList()));
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}

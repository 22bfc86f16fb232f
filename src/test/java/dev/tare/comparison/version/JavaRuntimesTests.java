package dev.tare.comparison.version;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.tare.comparison.Difference;
import dev.tare.comparison.Matrix;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionChange.RuntimeChange;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JavaRuntimesTests {

    private static final String VENDOR = "Eclipse Adoptium";

    @Test
    void compareWhenKindOrModulesOfAVersionDifferReportsThem() {
        VersionDifference runtimes = runtimes(
                image().java("jdk", VENDOR, "25", Kind.JDK, "java.base", "java.se", "jdk.compiler"),
                image().java("jre", VENDOR, "25", Kind.CUSTOM, "java.base", "java.net.http"));
        assertThat(runtimes.changes()).containsExactly(new VersionChange("java", VENDOR, Change.MODIFIED,
                List.of("25+9-LTS"), List.of("25+9-LTS"), PackageFacts.NONE, PackageFacts.NONE, null,
                new RuntimeChange(List.of(Kind.JDK),
                        List.of(Kind.CUSTOM), List.of("java.net.http"), List.of("java.se", "jdk.compiler"))));
    }

    @Test
    void compareWhenOnlyTheKindDiffersReportsAChange() {
        VersionDifference runtimes = runtimes(image().java("a", VENDOR, "25", Kind.JDK, "java.base"),
                image().java("a", VENDOR, "25", Kind.CUSTOM, "java.base"));
        assertThat(runtimes.changes()).extracting(VersionChange::runtime)
                .containsExactly(new RuntimeChange(List.of(Kind.JDK), List.of(Kind.CUSTOM), List.of(), List.of()));
    }

    @Test
    void compareWhenOnlyTheOrderOfModulesDiffersReportsNoChange() {
        VersionDifference runtimes = runtimes(image().java("a", VENDOR, "25", "a", "b"),
                image().java("b", VENDOR, "25", "b", "a"));
        assertThat(runtimes.changes()).isEmpty();
        assertThat(runtimes.unmodified()).isEqualTo(1);
    }

    @Test
    void compareWhenARuntimeIsAddedOrRemovedReportsNoDetails() {
        VersionDifference runtimes =
                runtimes(image().java("a", VENDOR, "25", "a"), image().java("b", "Other", "25", "a"));
        assertThat(runtimes.changes()).extracting(VersionChange::runtime).containsExactly(null, null);
    }

    @Test
    void rowsHaveTheExtentsOfEveryImage() {
        Matrix matrix = Matrix.of(List.of(image().java("a", VENDOR, "25", Kind.JDK, "a", "b").build(), image().build(),
                image().java("a", VENDOR, "25", Kind.JRE, "a").java("b", VENDOR, "25", Kind.UNKNOWN).build()));
        assertThat(matrix.javaRuntimes()).containsExactly(new VersionRow("java", VENDOR,
                List.of(Optional.of(List.of("25+9-LTS")), Optional.empty(), Optional.of(List.of("25+9-LTS"))),
                List.of(List.of("2 modules, JDK"), List.of(), List.of("1 module, JRE", "runtime of unknown kind")),
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                Collections.nCopies(3, PackageFacts.NONE), true));
    }

    private static VersionDifference runtimes(InspectionBuilder from, InspectionBuilder to) {
        return Difference.between(from.build(), to.build()).javaRuntimes();
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}

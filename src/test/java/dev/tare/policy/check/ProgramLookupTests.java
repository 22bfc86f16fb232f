package dev.tare.policy.check;

import java.util.stream.IntStream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class ProgramLookupTests {

    /** Far more than any image has. Each folder may need many links to resolve. */
    @ParameterizedTest
    @CsvSource({ "1000,true", "1001,false" })
    void findLooksIntoTheFirstThousandFoldersOfThePath(int place, boolean found) {
        String path =
                IntStream.range(1, place).mapToObj(number -> "/" + number + ":").collect(joining("", "PATH=", "/bin"));
        Inspection image = InspectionBuilder.image("a")
                .layer("a")
                .environment(path)
                .folder("bin", 0755)
                .file("bin/app", 1, 0755, "app")
                .build();
        assertThat(new ProgramLookup(image).find("app") != null).isEqualTo(found);
    }
}

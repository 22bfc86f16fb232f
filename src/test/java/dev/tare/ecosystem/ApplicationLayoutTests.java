package dev.tare.ecosystem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationLayoutTests {

    @ParameterizedTest
    @CsvSource({ "gems/a, gems, true", "srv/gems/a, gems, true", "srv/lib/gems/a/b, lib/gems, true",
            "srv/mygems/gems/a, gems, true", "srv/gems, gems, false", "srv/gems2/a, gems, false",
            "srv/mygems/a, gems, false", "gems, gems, false", "srv/lib/a/gems/b, lib/gems, false" })
    void pathIsBelowAFolderOnlyIfTheWholeNamesAreEqual(String path, String folder, boolean expected) {
        assertThat(ApplicationLayout.isBelow(path, folder)).isEqualTo(expected);
    }
}

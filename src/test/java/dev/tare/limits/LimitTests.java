package dev.tare.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitTests {

    @ParameterizedTest
    @EnumSource
    void onlyALimitThatPeopleCanRaiseTakesAnotherValue(Limit limit) {
        if (Limit.raisable().toList().contains(limit)) {
            assertThat(Limits.DEFAULTS.with(limit.label(), 1).get(limit)).isEqualTo(1);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULTS.with(limit.label(), 1));
            assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULTS.with(limit, 1));
        }
        assertThat(Limits.DEFAULTS.get(limit)).isEqualTo(limit.value());
    }

    @ParameterizedTest
    @EnumSource
    void everyLimitIsDocumented(Limit limit) throws IOException {
        if (Limit.raisable().toList().contains(limit)) {
            assertThat(Files.readString(Path.of("docs/CONFIGURATION.md")))
                    .contains("| `tare.limits." + limit.label() + "` |");
        } else {
            assertThat(Files.readString(Path.of("docs/ARCHITECTURE.md"))).containsPattern(
                    "\n\\| [^|]*`" + limit.label() + "`[^|]* \\| ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyNameIsInKebabCase(Limit limit) {
        assertThat(limit.label()).matches("[a-z]+(-[a-z]+)*");
    }
}

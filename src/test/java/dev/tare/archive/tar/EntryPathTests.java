package dev.tare.archive.tar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EntryPathTests {

    @ParameterizedTest
    @CsvSource({ "a/b, a/b", "/a, a", "./a, a", "a//b/, a/b", "a/./b/../c, a/c", "'', ''", "., ''", "/, ''",
            ".a/..b, .a/..b" })
    void normalizeReturnsTheSameFormForEqualPaths(String path, String expected) {
        assertThat(EntryPath.normalize("x.tar", path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "id2/layer.tar, ../id1/layer.tar, id1/layer.tar", "a, b, b", "a/b, /c, c", "a/b/c, d, a/b/d" })
    void resolveFollowsALink(String from, String target, String expected) {
        assertThat(EntryPath.resolve("x.tar", from, target)).isEqualTo(expected);
    }

    @Test
    void resolveWhenTargetClimbsOutThrowsException() {
        assertThatExceptionOfType(PathEscapesException.class)
                .isThrownBy(() -> EntryPath.resolve("x.tar", "a/b", "../../c"))
                .withMessage("The path \"a/../../c\" leads out of \"x.tar\". No image tool writes such paths; do not "
                        + "trust this image.");
    }
}

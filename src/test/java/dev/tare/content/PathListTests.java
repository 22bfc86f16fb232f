package dev.tare.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PathListTests {

    @Test
    void aListIsRestoredFromItsBytes() {
        List<String> paths = List.of("/usr/bin/a", "/usr/bin/ab", "", "/usr/lib/\u00e4", "x".repeat(300));
        PathList.Builder list = new PathList.Builder();
        paths.forEach(list::add);
        assertThat(paths(PathList.from(list.build().toBytes()))).isEqualTo(paths);
        assertThat(PathList.from(new byte[0]).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void bytesOfNoListAreRejected(byte[] bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> PathList.from(bytes));
    }

    /** A length without its end, a beginning that no path has, a path without its end, and lengths that are too large. */
    static List<byte[]> invalid() {
        return List.of(new byte[] { 0 }, new byte[] { -1 }, new byte[] { 1, 0 }, new byte[] { 0, 2, 'a' },
                new byte[] { 0, 1, 'a', 2, 0 }, new byte[] { -1, -1, -1, -1, 15, 0 },
                new byte[] { -1, -1, -1, -1, -1, -1, 1, 0 });
    }

    @Test
    void anyBytesAreAListOrAreRejected() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(4));
            }
            try {
                assertThat(paths(PathList.from(bytes))).hasSizeLessThanOrEqualTo(bytes.length);
            } catch (IllegalArgumentException ex) {
                assertThat(ex).hasMessageContaining("path");
            }
        }
    }

    private static List<String> paths(PathList list) {
        List<String> paths = new ArrayList<>();
        list.forEach(paths::add);
        return paths;
    }
}

package dev.tare.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what a writer writes against a reviewed file beside the tests. */
final class Golden {

    private Golden() {}

    /** Fails if the text is another; what was written is then in {@code target/golden} to be looked at and taken over. */
    static void assertGolden(String name, String written) throws IOException {
        Path actual = Path.of("target", "golden", name);
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, written);
        try (InputStream golden = Golden.class.getResourceAsStream(name)) {
            String expected = golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(written).as("%s, against what is now in %s", name, actual).isEqualTo(expected);
        }
    }
}

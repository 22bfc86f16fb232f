package dev.tare.policy.check;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class VersionLabelsTests extends CheckContract {

    private static final Check CHECK = new VersionLabels();

    private static final String PREFIX = "org.opencontainers.image.";

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, labelled("version", "revision", "source", "licenses")),
                is(CHECK, WARN, labelled("version")), is(CHECK, FAIL, image()),
                is(CHECK, PASS, labelled("version", "revision", "source").annotation(PREFIX + "licenses", "MIT")));
    }

    @Test
    void judgeNamesTheLabelsThatAreMissingOrBlank() {
        assertFinding(CHECK, labelled("version", "source").label(PREFIX + "revision", " ")).hasVerdict(WARN)
                .hasOnlyEvidence(PREFIX + "revision, " + PREFIX + "licenses")
                .hasNoEvidence(PREFIX + "version")
                .hasNoEvidence(PREFIX + "source");
    }

    private static InspectionBuilder labelled(String... keys) {
        InspectionBuilder image = image();
        Arrays.stream(keys).forEach(key -> image.label(PREFIX + key, "some " + key));
        return image;
    }
}

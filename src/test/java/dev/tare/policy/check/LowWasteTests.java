package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;

class LowWasteTests extends CheckContract {

    private static final Check CHECK = new LowWaste();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().file("a", 99).wasted("old", 1, 0, 0)),
                is(CHECK, WARN, image().file("a", 92).wasted("old", 8, 0, 0)),
                is(CHECK, FAIL, image().file("a", 80).wasted("old", 20, 0, 0)), is(CHECK, PASS, image()));
    }

    @ParameterizedTest
    @CsvSource({ "0, PASS", "50, PASS", "51, WARN", "100, WARN", "101, FAIL" })
    void judgeDependsOnTheShare(long wasted, Verdict verdict) {
        assertFinding(CHECK, image().file("a", 1_000 - wasted).wasted("old", wasted, 0, 0)).hasVerdict(verdict);
    }

    @Test
    void judgeNamesTheLargestFiles() {
        assertFinding(CHECK, image().file("a", 900).wasted("small", 10, 0, 1).layer("top").wasted("big", 90, 0, 1))
                .hasOnlyEvidence("100 of 1,000", "10.00 %", "/big", "90 bytes", "layer 0", "layer 1", "/small",
                        "10 bytes", "layer 0", "layer 1");
    }

    @Test
    void judgeMasksSecretsInPaths() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        assertThat(CHECK.judge(image().file("a", 80).wasted("app/" + token + "/old", 20, 0, 0).build()).evidence())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("/app/(hidden)/old").doesNotContain(token));
    }
}

package dev.tare.policy.check;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class RuntimeEnvironmentTests extends CheckContract {

    private static final Check CHECK = new RuntimeEnvironment();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().environment("LANG=C.UTF-8")), is(CHECK, WARN, image()),
                is(CHECK, WARN, image().environment("PATH=/bin")));
    }

    @Test
    void judgeListsTheVariablesExceptPath() {
        assertFinding(CHECK, image().environment("PATH=/bin", "LANG=C.UTF-8")).hasVerdict(PASS)
                .hasOnlyEvidence("LANG")
                .hasNoEvidence("PATH");
    }
}

package dev.tare.policy.check;

import java.util.stream.Stream;

import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class PortExposedTests extends CheckContract {

    private static final Check CHECK = new PortExposed();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().port("8080/tcp")), is(CHECK, WARN, image()));
    }
}

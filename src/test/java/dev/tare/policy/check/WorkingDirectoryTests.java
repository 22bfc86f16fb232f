package dev.tare.policy.check;

import java.util.stream.Stream;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;

class WorkingDirectoryTests extends CheckContract {

    private static final Check CHECK = new WorkingDirectory();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().workingDirectory("/app")),
                is(CHECK, FAIL, image().workingDirectory("//./")), is(CHECK, FAIL, image()),
                is(CHECK, FAIL, image().workingDirectory("/")),
                is(CHECK, FAIL, image().platform("windows/amd64").workingDirectory("C:\\")),
                is(CHECK, FAIL, image().platform("windows/amd64").workingDirectory("c:/")),
                is(CHECK, PASS, image().platform("windows/amd64").workingDirectory("C:\\app")));
    }
}

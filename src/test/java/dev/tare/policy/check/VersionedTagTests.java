package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;

import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class VersionedTagTests extends CheckContract {

    private static final Check CHECK = new VersionedTag();

    private static final String DIGEST = "sha256:" + "a1".repeat(32);

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, named("registry.example.com:5000/app:1.0")),
                is(CHECK, PASS, named("app@" + DIGEST)), is(CHECK, PASS, named("app:1 (a.tar)")),
                is(CHECK, WARN, named("registry.example.com:5000/app:latest")), is(CHECK, WARN, named("latest")),
                is(CHECK, WARN, named("app:latest (2)")),
                is(CHECK, NOT_APPLICABLE, named("registry.example.com:5000/app")),
                is(CHECK, NOT_APPLICABLE, named("app.tar")),
                is(CHECK, UNKNOWN, named("token: latest")));
    }

    private static InspectionBuilder named(String name) {
        return InspectionBuilder.image(name).layer("first");
    }
}

package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class HealthCheckedTests extends CheckContract {

    private static final Check CHECK = new HealthChecked();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, program().healthCheck("CMD", "app", "health")),
                is(CHECK, PASS,
                        program().folder("bin", 0755)
                                .file("bin/sh", 1, 0755, "s")
                                .healthCheck("CMD-SHELL", "app health")),
                is(CHECK, FAIL, program().healthCheck("CMD-SHELL", "app health")),
                is(CHECK, FAIL, program().healthCheck("CMD", "curl")),
                is(CHECK, PASS, program().platform("freebsd/amd64").healthCheck("CMD", "curl")),
                is(CHECK, WARN, program().entrypoint("app")), is(CHECK, WARN, program().command("app").oci()),
                is(CHECK, WARN, image().healthCheck("NONE")),
                is(CHECK, PASS, program().healthCheck("CMD", "app", "health").oci()),
                is(CHECK, UNKNOWN, program().healthCheck("CMD", "/token=s3cret/app")),
                is(CHECK, UNKNOWN, program().environment("PATH=/token=s3cret").healthCheck("CMD", "app")),
                is(CHECK, UNKNOWN, program().healthCheck("token=s3cret", "app")),
                is(CHECK, PASS, program().healthCheck("CMD", "app", "--token", "s3cret")),
                is(CHECK, FAIL, program().healthCheck("CMD-SHELL", "curl -u a:s3cret localhost || exit 1")),
                is(CHECK, NOT_APPLICABLE, image()));
    }

    private static InspectionBuilder program() {
        return image().folder("usr", 0755).folder("usr/bin", 0755).file("usr/bin/app", 1, 0755, "app");
    }
}

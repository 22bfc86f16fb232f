package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;

class EntrypointExistsTests extends CheckContract {

    private static final Check CHECK = new EntrypointExists();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, program().entrypoint("app")),
                is(CHECK, PASS, program().entrypoint("/usr/bin/app")),
                is(CHECK, PASS, program().workingDirectory("/usr").entrypoint("bin/app")),
                is(CHECK, PASS,
                        program().folder("opt", 0755).link("opt/app", "../usr/bin/app").entrypoint("/opt/app")),
                is(CHECK, FAIL, program().entrypoint("other")), is(CHECK, FAIL, program().entrypoint("/usr/bin")),
                is(CHECK, FAIL, program().entrypoint("$HOME/app")),
                is(CHECK, FAIL, program().file("usr/bin/data", 1).entrypoint("data")),
                is(CHECK, FAIL, program().environment("PATH=/opt").entrypoint("app")),
                is(CHECK, FAIL,
                        program().folder("sbin", 0755)
                                .file("sbin/tini", 1, 0755, "t")
                                .entrypoint("tini", "--", "gone")),
                is(CHECK, UNKNOWN, program().entrypoint("/token=s3cret/app")),
                is(CHECK, UNKNOWN, program().environment("PATH=/token=s3cret:/usr/bin").entrypoint("app")),
                is(CHECK, PASS, program().environment("PATH=/usr/bin:/token=s3cret").entrypoint("app")),
                is(CHECK, UNKNOWN, program().workingDirectory("/token=s3cret").entrypoint("./app")),
                is(CHECK, PASS, program().workingDirectory("/token=s3cret").entrypoint("app", "--token", "s3cret")),
                is(CHECK, PASS, program().file("usr/bin/env", 1, 0755, "e").entrypoint("env", "TOKEN=s3cret", "app")),
                is(CHECK, UNKNOWN,
                        program().file("usr/bin/env", 1, 0755, "e").entrypoint("env", "-S", "TOKEN=s3cret app")),
                is(CHECK, FAIL, program().entrypoint("tini", "/token=s3cret/app")),
                is(CHECK, NOT_APPLICABLE, image()),
                is(CHECK, NOT_APPLICABLE, image().platform("windows/amd64").entrypoint("app.exe")));
    }

    private static InspectionBuilder program() {
        return image().folder("usr", 0755).folder("usr/bin", 0755).file("usr/bin/app", 1, 0755, "app");
    }
}

package dev.tare.policy.check;

import java.util.stream.Stream;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;

class NoSensitiveVolumesTests extends CheckContract {

    private static final Check CHECK = new NoSensitiveVolumes();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image()),
                is(CHECK, PASS, image().volume("/etc/app").volume("/var/lib/data").volume("/devices")),
                is(CHECK, FAIL, image().volume("/")),
                is(CHECK, UNKNOWN, image().volume("/password=s3cret/../etc")),
                is(CHECK, FAIL, image().volume("/proc/token=s3cret")), is(CHECK, FAIL, image().volume("//etc/.")),
                is(CHECK, FAIL, image().volume("/data/../proc/1")),
                is(CHECK, FAIL, image().volume("/var/run/docker.sock")));
    }
}

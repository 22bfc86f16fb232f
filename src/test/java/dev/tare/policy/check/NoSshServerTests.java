package dev.tare.policy.check;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class NoSshServerTests extends CheckContract {

    private static final Check CHECK = new NoSshServer();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, FAIL, image().file("usr/sbin/sshd", 1, 0755, "sshd")),
                is(CHECK, WARN, image().port("22/tcp")), is(CHECK, PASS, image()),
                is(CHECK, PASS, image().port("2222/tcp")),
                is(CHECK, PASS, image().file("usr/share/bash-completion/completions/sshd", 1)),
                is(CHECK, PASS, image().folder("run/sshd", 0755)));
    }

    @Test
    void judgeNamesTheServers() {
        assertFinding(CHECK,
                image().file("usr/sbin/dropbear", 1, 0755, "a").file("usr/sbin/sshd", 1, 0755, "b").port("22/tcp"))
                .hasVerdict(FAIL)
                .hasOnlyEvidence("(2)", "/usr/sbin/dropbear", "/usr/sbin/sshd");
    }
}

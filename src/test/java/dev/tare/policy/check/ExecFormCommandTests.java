package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class ExecFormCommandTests extends CheckContract {

    private static final Check CHECK = new ExecFormCommand();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().entrypoint("java")),
                is(CHECK, WARN, image().entrypoint("sh", "-c", "java")), is(CHECK, WARN, script("/bin/sh -e")),
                is(CHECK, WARN, script("/usr/bin/env bash")), is(CHECK, WARN, script("/bin/busybox sh")),
                is(CHECK, PASS, script("/usr/bin/env python3")), is(CHECK, FAIL, image()),
                is(CHECK, WARN, image().entrypoint("/bin/sh", "-c", "java -jar app.jar")),
                is(CHECK, WARN, image().command("bash")),
                is(CHECK, WARN, image().script("app.jar", "/bin/bash").entrypoint("/app.jar")),
                is(CHECK, PASS, image().script("app.jar", "/bin/bash").entrypoint("java", "-jar", "/app.jar")),
                is(CHECK, WARN, image().entrypoint("sh", "-c", "app --password=x; exec y")),
                is(CHECK, WARN, image().entrypoint("/bash", "--token", "s3cret")),
                is(CHECK, UNKNOWN, image().entrypoint("/opt/token=s3cret/start.sh")),
                is(CHECK, UNKNOWN, image().environment("PATH=/token=s3cret:/bin").entrypoint("app")),
                is(CHECK, UNKNOWN, image().entrypoint("env", "-S", "TOKEN=s3cret sh -c app")),
                is(CHECK, UNKNOWN, script("/usr/bin/env -S TOKEN=(hidden) sh")),
                is(CHECK, UNKNOWN, image().entrypoint("x".repeat(1 << 17))),
                is(CHECK, PASS, image().entrypoint("env", "TOKEN=s3cret", "java", "--password=x")),
                is(CHECK, PASS, image().entrypoint("java", "-c", "x")),
                is(CHECK, PASS, image().command("/usr/bin/java")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sbin/tini -- /bin/bash -lc java", "/usr/bin/env sh -c java", "dumb-init -v sh -c java",
            "tini -g -p SIGTERM -e 143 -- env -i -u X A=b sh", "env -S sh" })
    void judgeWhenAShellIsBehindAWrapperWarns(String words) {
        assertFinding(CHECK, image().entrypoint(words.split(" "))).hasVerdict(WARN).hasOnlyEvidence("starts a shell: ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tini -- java -jar sh", "env A=sh java sh", "dumb-init --rewrite 15:3 java", "tini" })
    void judgeWhenAProgramIsBehindAWrapperPasses(String words) {
        assertFinding(CHECK, image().entrypoint(words.split(" "))).hasVerdict(PASS);
    }

    @Test
    void judgeWhenAScriptIsStartedWarns() {
        assertFinding(CHECK, image().entrypoint("/docker-entrypoint.sh", "java")).hasVerdict(WARN)
                .hasOnlyEvidence("script", "exec", "/docker-entrypoint.sh");
    }

    @ParameterizedTest
    @ValueSource(strings = { "exec java -jar app.jar", "cd /app && exec java", "umask 027; exec java $OPTS",
            "\n exec\tjava\n" })
    void judgeWhenTheShellBecomesTheProgramMentionsExec(String script) {
        assertFinding(CHECK, image().entrypoint("sh", "-c", script)).hasVerdict(WARN).hasOnlyEvidence("(exec)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "exec java | tee log", "exec 3>log; java", "java && executed",
            "exec java --password=x; app" })
    void judgeWhenTheShellStaysDoesNotMentionExec(String script) {
        assertFinding(CHECK, image().entrypoint("sh", "-c", script)).hasEvidence(1).hasNoEvidence("(exec)");
    }

    /** The scripts have the maximum length of a document. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void judgeWhenTheScriptIsLongIsFast() {
        assertFinding(CHECK, image().entrypoint("sh", "-c", "\n".repeat(8 << 20) + "x")).hasVerdict(WARN);
        assertFinding(CHECK, image().entrypoint("sh", "-c", "exec a&&".repeat(1 << 20))).hasVerdict(WARN);
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void judgeWhenThereAreManyWrappersIsFast() {
        assertFinding(CHECK, image().entrypoint("env -S ".repeat(500_000).split(" "))).hasVerdict(PASS);
    }

    /** An image that starts a script through a hard link. */
    private static InspectionBuilder script(String interpreter) {
        return image().script("start", interpreter).hardLink("run", "start").entrypoint("/run");
    }
}

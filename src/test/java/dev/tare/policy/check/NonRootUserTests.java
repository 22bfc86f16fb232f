package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.inspection.system.Accounts.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class NonRootUserTests extends CheckContract {

    private static final Check CHECK = new NonRootUser();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().user("65532:65532")), is(CHECK, WARN, image().user("65532")),
                is(CHECK, WARN, image().user("7").account("app", 7, 8, Password.LOCKED).group("root", 0, "app")),
                is(CHECK, PASS, image().user("7").account("app", 7, 8, Password.LOCKED).group("root", 0, "b")),
                is(CHECK, FAIL, image().user("0:0")), is(CHECK, UNKNOWN, image().user("token=s3cret")),
                is(CHECK, UNKNOWN, image().user("token=s3cret:0")), is(CHECK, UNKNOWN, image().user("7:token=s3cret")),
                is(CHECK, FAIL, image().user("root:token=s3cret")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0", "0:0", "00", "+0", "-0:0", "0:1000", "root", "root:root", "root:1000", ":1000",
            " root " })
    void judgeWhenUserIsRootInAnySpellingFails(String user) {
        assertFinding(CHECK, image().user(user)).hasVerdict(FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = { "65532:65532", "1000:app", "010:010", "2147483647:1", "+5:5" })
    void judgeWhenUserIsNumericPasses(String user) {
        assertFinding(CHECK, image().user(user)).hasVerdict(PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonroot", "nonroot:nonroot", "app:0" })
    void judgeWhenUserIsANameWarns(String user) {
        assertFinding(CHECK, image().user(user)).hasVerdict(WARN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "65532:0", "app:0", "65532:root", "1000:00", "65532" })
    void judgeWhenTheGroupIsRootsGroupWarns(String user) {
        assertFinding(CHECK, image().user(user)).hasVerdict(WARN).hasOnlyEvidence("root's group");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2147483648", "4294967296", "99999999999999999999", "1:2147483648", "-5", "1:-1" })
    void judgeWhenTheNumberIsOutOfRangeFails(String user) {
        assertFinding(CHECK, image().user(user)).hasVerdict(FAIL).hasOnlyEvidence("no engine accepts");
    }

    @Test
    void judgeResolvesANameToItsId() {
        assertFinding(CHECK, image().user("admin").account("admin", 0, 0, Password.LOCKED)).hasVerdict(FAIL)
                .hasOnlyEvidence("/etc/passwd", "user ID 0");
        assertFinding(CHECK, image().user("app").account("app", 1000, 1000, Password.LOCKED)).hasVerdict(WARN);
    }

    @Test
    void judgeWhenNoGroupIsSetUsesTheFirstGroupOfTheUser() {
        assertFinding(CHECK, image().user("1000").account("app", 1000, 1000, Password.LOCKED)).hasVerdict(PASS);
        assertFinding(CHECK, image().user("1000").account("app", 1000, 0, Password.LOCKED))
                .hasOnlyEvidence("no group", "root's group");
        assertFinding(CHECK, image().user("app:wheel").group("wheel", 0)).hasOnlyEvidence("with root's group")
                .hasNoEvidence("no group");
    }
}

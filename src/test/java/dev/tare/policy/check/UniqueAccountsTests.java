package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.system.Accounts.Password;
import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;

class UniqueAccountsTests extends CheckContract {

    private static final Check CHECK = new UniqueAccounts();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, accounts("root", 0, "a", 1)), is(CHECK, PASS, accounts("a", 1, "a", 1)),
                is(CHECK, WARN, accounts("b", 1, "a", 1)), is(CHECK, WARN, accounts("a", 1, "a", 2)),
                is(CHECK, WARN, image().group("a", 5).group("b", 5)),
                is(CHECK, FAIL, accounts("root", 0, "toor", 0)), is(CHECK, NOT_APPLICABLE, image()),
                is(CHECK, UNKNOWN, image().unreadAccounts("etc/passwd")));
    }

    @Test
    void judgeMasksSecretsInNamesOfAccounts() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        assertThat(CHECK.judge(accounts(token, 0, "https://me:hunter2@host", 0).build()).evidence())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("(hidden)", "https://(hidden)@host")
                        .doesNotContain(token, "hunter2"));
    }

    private static InspectionBuilder accounts(String first, long firstUid, String second, long secondUid) {
        return image().account(first, firstUid, 1, Password.LOCKED).account(second, secondUid, 1, Password.LOCKED);
    }
}

package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.system.Accounts.Password;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;

class NoEmptyPasswordTests extends CheckContract {

    private static final Check CHECK = new NoEmptyPassword();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, root(Password.LOCKED)), is(CHECK, PASS, root(Password.SET)),
                is(CHECK, FAIL, root(Password.EMPTY)), is(CHECK, NOT_APPLICABLE, image()),
                is(CHECK, UNKNOWN, image().unreadAccounts("etc/passwd")));
    }

    private static InspectionBuilder root(Password password) {
        return image().account("root", 0, 0, password);
    }
}

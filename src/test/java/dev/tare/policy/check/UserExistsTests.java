package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.system.Accounts.Password;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;

class UserExistsTests extends CheckContract {

    private static final Check CHECK = new UserExists();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, app().user("app:app").group("app", 1)), is(CHECK, PASS, app().user("app:7")),
                is(CHECK, FAIL, image().user("app")), is(CHECK, FAIL, app().user("app:staff")),
                is(CHECK, FAIL, image().user("7:staff")), is(CHECK, NOT_APPLICABLE, image().user("7:7")),
                is(CHECK, NOT_APPLICABLE, image()),
                is(CHECK, UNKNOWN, app().user("token=s3cret")),
                is(CHECK, UNKNOWN, app().user("7:token=s3cret")),
                is(CHECK, UNKNOWN, app().user("app:token=s3cret")),
                is(CHECK, FAIL, app().user("other:token=s3cret")),
                is(CHECK, UNKNOWN, image().unreadAccounts("etc/passwd").user("app")));
    }

    private static InspectionBuilder app() {
        return image().account("app", 1, 1, Password.LOCKED);
    }
}

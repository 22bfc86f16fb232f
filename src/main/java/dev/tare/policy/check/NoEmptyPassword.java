package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.Accounts.Password;
import dev.tare.inspection.system.Accounts.User;
import dev.tare.wording.Words;

/** Checks that no user has an empty password. */
final class NoEmptyPassword extends Check {

    private static final String REMEDY = "Lock the accounts (passwd -l), or leave them out.";

    NoEmptyPassword() {
        super("no-empty-password", "Has no empty password", "No user of /etc/passwd has an empty password.",
                "Whoever got inside becomes that user, perhaps root, without being asked for anything.",
                "DKL-LI-0001");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Accounts accounts = inspection.system().accounts();
        List<String> empty = accounts.users()
                .stream()
                .filter(user -> user.password() == Password.EMPTY)
                .map(User::name)
                .distinct()
                .toList();
        if (!empty.isEmpty()) {
            return fail("Without a password " + (empty.size() == 1 ? "is " : "are ") + Paths.first(empty) + ".",
                    REMEDY);
        }
        if (!accounts.unread().isEmpty()) {
            return unknown("Too large to be read: " + Paths.listed(accounts.unread()) + ".", REMEDY);
        }
        return accounts.users().isEmpty() ? notApplicable("There are no users in /etc/passwd.")
                : pass("None of " + Words.count(accounts.users().size(), "user", "users") + " has an empty password.");
    }
}

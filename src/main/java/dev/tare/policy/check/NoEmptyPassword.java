package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.Accounts.Password;
import dev.tare.inspection.system.Accounts.User;
import dev.tare.wording.Counts;

/** Checks that no user has an empty password. */
final class NoEmptyPassword extends Check {

    private static final String REMEDY = "Lock the accounts (passwd -l), or remove them.";

    NoEmptyPassword() {
        super("no-empty-password", "No empty passwords", "No user in /etc/passwd has an empty password.",
                "An attacker in the container can switch to that user, which may be root, without a password.",
                "DKL-LI-0001");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
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
            return fail(
                    Counts.of(empty.size(), "user has", "users have") + " an empty password (" + Paths.first(empty)
                            + ").",
                    REMEDY);
        }
        if (!accounts.unread().isEmpty()) {
            return unknown("Too large to read: " + Paths.listed(accounts.unread()) + ".", REMEDY);
        }
        return accounts.users().isEmpty() ? notApplicable("/etc/passwd has no users.")
                : pass("The image has " + Counts.of(accounts.users().size(), "user", "users")
                        + " and no empty passwords.");
    }
}

package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;

/** Checks that user and group exist if they are names. An engine looks names up in the image. */
final class UserExists extends Check {

    private static final String REMEDY = "Create the user and the group in the image, or set numeric IDs.";

    UserExists() {
        super("user-exists", "The user exists",
                "If the config sets a user or group by name, the name is in /etc/passwd or /etc/group.",
                "A container does not start if the name of its user or group has no ID.");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        RunUser user = RunUser.of(inspection);
        if (user.isHidden()) {
            return unknown(HiddenWords.reason("The user"), REMEDY);
        }
        boolean userNamed = isName(user.user());
        boolean groupNamed = isName(user.group()) && !user.isGroupHidden();
        if (!userNamed && !groupNamed && !user.isGroupHidden()) {
            return notApplicable("The config sets no user or group by name.");
        }
        Accounts accounts = inspection.system().accounts();
        List<String> missing = new ArrayList<>();
        if (userNamed && accounts.user(user.user()) == null) {
            missing.add("/etc/passwd has no user \"" + user.user() + "\"");
        }
        if (groupNamed && accounts.group(user.group()) == null) {
            missing.add("/etc/group has no group \"" + user.group() + "\"");
        }
        if (missing.isEmpty() && user.isGroupHidden()) {
            return unknown(HiddenWords.reason("The group"), REMEDY);
        }
        if (missing.isEmpty()) {
            return pass("The config sets the user \"" + inspection.image().config().container().user()
                    + "\". Its names exist.");
        }
        return accounts.unread().isEmpty() ? fail(String.join(", and ", missing) + ".", REMEDY)
                : unknown("Too large to read: " + Paths.listed(accounts.unread()) + ".", REMEDY);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && !RunUser.isNumber(text);
    }
}

package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;

/** Checks that the image has the named user and group. An engine looks them up in the image, and fails otherwise. */
final class UserExists extends Check {

    private static final String REMEDY = "Create the user and its group in the image, or set their numbers.";

    UserExists() {
        super("user-exists", "Has the user that it names",
                "A user or group that the config names is in /etc/passwd or /etc/group.",
                "A container whose user has no number does not start.");
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
            return notApplicable("The config names no user and no group.");
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
            return pass("The user is set to \"" + inspection.image().config().container().user()
                    + "\", and its names are known.");
        }
        return accounts.unread().isEmpty() ? fail(String.join(", and ", missing) + ".", REMEDY)
                : unknown("Too large to be read: " + Paths.listed(accounts.unread()) + ".", REMEDY);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && !RunUser.isNumber(text);
    }
}

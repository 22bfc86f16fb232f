package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/** Checks that the container runs as a user other than root, by number. */
final class NonRootUser extends Check {

    private static final String REMEDY = "Set a numeric user and group other than 0, such as 65532:65532.";

    NonRootUser() {
        super("non-root-user", "Runs as non-root",
                "The config sets a numeric user other than 0 and outside root's group.",
                "A process that escapes from its container as root is root on the host.", "CIS-DI-0001");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        String configured = inspection.image().config().container().user();
        RunUser user = RunUser.of(inspection);
        String set = "The config sets the user \"" + configured + "\"";
        if (user.user().isEmpty()) {
            return fail(configured.isEmpty() ? "The config sets no user, so the container runs as root."
                    : set + ", which names no user, so the container runs as root.", REMEDY);
        }
        if (user.isHidden()) {
            return unknown(HiddenWords.reason("The user"), REMEDY);
        }
        if (user.isRoot()) {
            return fail(set + (user.isNumeric() || user.user().equals("root") ? ", which is root."
                    : ", which is root: /etc/passwd gives it the user ID 0."), REMEDY);
        }
        if (user.isOutOfRange()) {
            return fail(set + ", but no engine accepts IDs below 0 or above " + Integer.MAX_VALUE + ".",
                    REMEDY);
        }
        return user.isGroupHidden() ? unknown(HiddenWords.reason("The group"), REMEDY) : judge(set, user);
    }

    private CheckFinding judge(String set, RunUser user) {
        String name = user.isNumeric() ? "." : ", a name. Kubernetes rejects names if runAsNonRoot is set.";
        if (!user.hasRootsGroup() && !user.isMemberOfRootsGroup()) {
            return user.isNumeric() ? pass(set + name) : warn(set + name, REMEDY);
        }
        return warn(set + name + rootsGroup(user) + " This group can read, and often write, root's files.", REMEDY);
    }

    private static String rootsGroup(RunUser user) {
        if (!user.hasRootsGroup()) {
            return " /etc/group lists the user as a member of root's group.";
        }
        return user.group().isEmpty() ? " The config sets no group, so the user runs with root's group."
                : " The user runs with root's group.";
    }
}

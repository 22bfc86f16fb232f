package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/** Checks that the container runs as a user other than root, by number. */
final class NonRootUser extends Check {

    private static final String REMEDY = "Set a numeric user and group other than 0, such as 65532:65532.";

    NonRootUser() {
        super("non-root-user", "Runs as a non-root user", "The config names a numeric user other than 0.",
                "A process that breaks out of its container as root is root on the host.", "CIS-DI-0001");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        String configured = inspection.image().config().container().user();
        RunUser user = RunUser.of(inspection);
        String set = "The user is set to \"" + configured + "\"";
        if (user.user().isEmpty()) {
            return fail(configured.isEmpty() ? "No user is set, which means root."
                    : set + ", which names no user and so means root.", REMEDY);
        }
        if (user.isHidden()) {
            return unknown(HiddenWords.reason("The user"), REMEDY);
        }
        if (user.isRoot()) {
            return fail(set + (user.isNumeric() || user.user().equals("root") ? ", which is root."
                    : ", which engines read in /etc/passwd to have the number 0: it is root."), REMEDY);
        }
        if (user.isOutOfRange()) {
            return fail(set + ", with a number below 0 or above " + Integer.MAX_VALUE + ": no engine accepts it.",
                    REMEDY);
        }
        return user.isGroupHidden() ? unknown(HiddenWords.reason("The group"), REMEDY) : judge(set, user);
    }

    private CheckFinding judge(String set, RunUser user) {
        String name = user.isNumeric() ? ""
                : ", a name, of which Kubernetes' runAsNonRoot cannot tell that it is not root";
        if (!user.hasRootsGroup() && !user.isMemberOfRootsGroup()) {
            return name.isEmpty() ? pass(set + ".") : warn(set + name + ".", REMEDY);
        }
        return warn(set + name + (name.isEmpty() ? "," : ", and") + rootsGroup(user)
                + ", which may read and often write root's files.", REMEDY);
    }

    private static String rootsGroup(RunUser user) {
        if (!user.hasRootsGroup()) {
            return " as a member of root's group in /etc/group";
        }
        return user.group().isEmpty() ? " with no group, which makes it root's group" : " with root's group";
    }
}

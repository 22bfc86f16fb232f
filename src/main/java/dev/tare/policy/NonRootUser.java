package dev.tare.policy;

import java.util.regex.Pattern;

import dev.tare.inspection.Inspection;

/** Asks for a user that is not root, in a form that others can check. */
final class NonRootUser extends Practice {

    /** As engines read numbers: with a sign and with leading zeros. */
    private static final Pattern ZERO = Pattern.compile("[+-]?0+");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final String REMEDY = "Set a numeric user and group other than 0, such as 65532:65532.";

    NonRootUser() {
        super("non-root-user", "Runs as a non-root user", "The config names a numeric user other than 0.",
                "A process that breaks out of its container as root is root on the host.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        String configured = inspection.image().config().container().user();
        String user = configured.split(":", 2)[0].strip();
        if (user.isEmpty()) {
            return fail(configured.isEmpty() ? "No user is set, which means root."
                    : "The user is set to \"" + configured + "\", which names no user and so means root.", REMEDY);
        }
        if (user.equals("root") || ZERO.matcher(user).matches()) {
            return fail("The user is set to \"" + configured + "\", which is root.", REMEDY);
        }
        return NUMBER.matcher(user).matches() ? pass("The user is set to \"" + configured + "\".")
                : warn("The user is set to \"" + configured
                        + "\", a name, of which Kubernetes' runAsNonRoot cannot tell that it is not root.", REMEDY);
    }
}

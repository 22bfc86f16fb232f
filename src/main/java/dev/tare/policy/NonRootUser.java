package dev.tare.policy;

import java.math.BigInteger;
import java.util.regex.Pattern;

import dev.tare.inspection.Inspection;

/** Asks for a user that is not root, in a form that others can check. */
final class NonRootUser extends Practice {

    /** As engines read numbers: with a sign and with leading zeros. */
    private static final Pattern ZERO = Pattern.compile("[+-]?0+");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Leading zeros aside, a longer number is too large, and reading a very long one would take long. */
    private static final int MOST_DIGITS = 100;

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private static final String REMEDY = "Set a numeric user and group other than 0, such as 65532:65532.";

    NonRootUser() {
        super("non-root-user", "Runs as a non-root user", "The config names a numeric user other than 0.",
                "A process that breaks out of its container as root is root on the host.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        String configured = inspection.image().config().container().user();
        String[] parts = configured.split(":", 2);
        String user = parts[0].strip();
        String group = parts.length == 1 ? "" : parts[1].strip();
        String set = "The user is set to \"" + configured + "\"";
        if (user.isEmpty()) {
            return fail(configured.isEmpty() ? "No user is set, which means root."
                    : set + ", which names no user and so means root.", REMEDY);
        }
        if (isRoot(user)) {
            return fail(set + ", which is root.", REMEDY);
        }
        if (isTooLarge(user) || isTooLarge(group)) {
            return fail(set + ", with a number above " + Integer.MAX_VALUE + ": no engine accepts it.", REMEDY);
        }
        return judge(set, NUMBER.matcher(user).matches(), isRoot(group));
    }

    private PracticeFinding judge(String set, boolean numeric, boolean rootGroup) {
        String name = numeric ? "" : ", a name, of which Kubernetes' runAsNonRoot cannot tell that it is not root";
        String group = rootGroup ? (numeric ? "," : ", and") + " with root's group, which may read and often write "
                + "root's files" : "";
        return numeric && !rootGroup ? pass(set + ".") : warn(set + name + group + ".", REMEDY);
    }

    private static boolean isRoot(String text) {
        return text.equals("root") || ZERO.matcher(text).matches();
    }

    private static boolean isTooLarge(String text) {
        return NUMBER.matcher(text).matches()
                && (text.length() > MOST_DIGITS || new BigInteger(text).compareTo(MOST) > 0);
    }
}

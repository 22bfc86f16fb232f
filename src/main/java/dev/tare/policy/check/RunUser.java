package dev.tare.policy.check;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.Accounts.Group;
import dev.tare.inspection.system.Accounts.User;
import org.jspecify.annotations.Nullable;

/**
 * The user and the groups of a container's program. Like an engine, it looks up names in {@code etc/passwd}. A user
 * without a group there runs with root's group.
 *
 * @param user  as configured, without surrounding spaces
 * @param group as configured; empty if the config sets none
 * @param uid   {@code null} if the user is a name without a number
 * @param gid   {@code null} if the group is unknown
 * @param otherGids the groups that list the user as a member; empty if a group is configured, like in engines
 * @see <a href="https://github.com/moby/sys/blob/user/v0.4.0/user/user.go">GetExecUser of moby/sys/user</a>
 */
record RunUser(String user, String group, @Nullable BigInteger uid, @Nullable BigInteger gid,
        List<Long> otherGids) {

    RunUser {
        otherGids = List.copyOf(otherGids);
    }

    /** Engines accept a sign and leading zeros. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}");

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    static RunUser of(Inspection inspection) {
        ContainerConfig config = inspection.image().config().container();
        String[] parts = config.user().split(":", 2);
        String user = parts[0].strip();
        String group = parts.length == 1 ? "" : parts[1].strip();
        User account = account(user, inspection.system().accounts());
        return new RunUser(user, group, uid(user, account),
                group.isEmpty() ? firstGid(user, account, inspection.system().accounts())
                        : gid(group, inspection.system().accounts()),
                group.isEmpty() && account != null ? otherGids(account, inspection.system().accounts()) : List.of());
    }

    /** Whether the user is hidden, and so the group is unknown too. */
    boolean isHidden() {
        return HiddenWords.areIn(this.user);
    }

    /** Whether the group is hidden. */
    boolean isGroupHidden() {
        return isHidden() || HiddenWords.areIn(this.group);
    }

    boolean isRoot() {
        return this.user.isEmpty() || this.user.equals("root") || BigInteger.ZERO.equals(this.uid);
    }

    boolean hasRootsGroup() {
        return this.group.equals("root") || BigInteger.ZERO.equals(this.gid);
    }

    /** Whether the user is a member of root's group, in addition to its first group. */
    boolean isMemberOfRootsGroup() {
        return this.otherGids.contains(0L);
    }

    boolean isNumeric() {
        return isNumber(this.user);
    }

    /** Whether the user or the group is a number that no engine accepts. */
    boolean isOutOfRange() {
        return isOutOfRange(this.user) || isOutOfRange(this.group);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static boolean isOutOfRange(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber(text)) {
            return digits;
        }
        BigInteger number = new BigInteger(text);
        return number.signum() < 0 || number.compareTo(MOST) > 0;
    }

    private static @Nullable User account(String user, Accounts accounts) {
        User named = accounts.user(user);
        return named == null && isNumber(user) && !isOutOfRange(user)
                ? accounts.user(new BigInteger(user).longValueExact())
                : named;
    }

    private static @Nullable BigInteger uid(String user, @Nullable User account) {
        if (isNumber(user)) {
            return new BigInteger(user);
        }
        return account == null ? null : BigInteger.valueOf(account.uid());
    }

    /** A number without a user in {@code etc/passwd} runs with root's group. */
    private static @Nullable BigInteger firstGid(String user, @Nullable User account, Accounts accounts) {
        if (account != null) {
            return BigInteger.valueOf(account.gid());
        }
        return isNumber(user) && accounts.unread().isEmpty() ? BigInteger.ZERO : null;
    }

    private static List<Long> otherGids(User account, Accounts accounts) {
        return accounts.groups()
                .stream()
                .filter(group -> group.hasMember(account.name()))
                .map(Group::gid)
                .distinct()
                .toList();
    }

    private static @Nullable BigInteger gid(String group, Accounts accounts) {
        if (isNumber(group)) {
            return new BigInteger(group);
        }
        Group named = accounts.group(group);
        return named == null ? null : BigInteger.valueOf(named.gid());
    }
}

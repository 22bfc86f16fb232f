package dev.tare.inspection.system;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The named users and groups of a container.
 *
 * @param users  of {@code etc/passwd}, in order
 * @param groups of {@code etc/group}, in order
 * @param unread paths of account files that are too large to read
 */
public record Accounts(List<User> users, List<Group> groups, List<String> unread) {

    /** The accounts of an image without account files. */
    public static final Accounts NONE = new Accounts(List.of(), List.of(), List.of());

    public Accounts {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        unread = List.copyOf(unread);
    }

    /** The first user with this name, or {@code null}. */
    public @Nullable User user(String name) {
        return this.users.stream().filter(user -> user.name().equals(name)).findFirst().orElse(null);
    }

    /** The first user with this number, or {@code null}. */
    public @Nullable User user(long uid) {
        return this.users.stream().filter(user -> user.uid() == uid).findFirst().orElse(null);
    }

    /** The first group with this name, or {@code null}. */
    public @Nullable Group group(String name) {
        return this.groups.stream().filter(group -> group.name().equals(name)).findFirst().orElse(null);
    }

    /**
     * A line of {@code etc/passwd}.
     *
     * @param uid      as engines read it: 0 if it is not a number
     * @param gid      of the user's first group
     * @param home     as written; {@code ""} if the line has none
     * @param password from {@code etc/shadow} if the line refers to it
     */
    public record User(String name, long uid, long gid, Password password, String home) {}

    /**
     * A line of {@code etc/group}.
     *
     * @param members other users in the group, as written: separated by commas
     */
    public record Group(String name, long gid, String members) {

        /** Whether the line lists a user as a member. */
        public boolean hasMember(String user) {
            return Stream.of(this.members.split(",")).anyMatch(user::equals);
        }
    }

    /** The kind of a password. Tare does not keep the password itself. */
    public enum Password {

        /** A login needs no password. */
        EMPTY,

        /** A login with a password is impossible. */
        LOCKED,

        /** A login needs the password. */
        SET;

        private static final String SHADOWED = "x";

        /**
         * Parses the second field of a line. {@code null} if the password is in {@code etc/shadow}.
         *
         * @see <a href="https://man7.org/linux/man-pages/man5/shadow.5.html">shadow(5)</a>
         */
        static @Nullable Password of(String field) {
            if (field.equals(SHADOWED)) {
                return null;
            }
            return field.isEmpty() ? EMPTY : field.startsWith("!") || field.startsWith("*") ? LOCKED : SET;
        }
    }
}

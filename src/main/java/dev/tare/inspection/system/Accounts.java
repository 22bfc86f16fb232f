package dev.tare.inspection.system;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The users and groups that a container knows by name.
 *
 * @param users  of {@code etc/passwd}, in its order
 * @param groups of {@code etc/group}, in its order
 * @param unread paths of account files that are there but larger than any that people keep, and so were not read
 */
public record Accounts(List<User> users, List<Group> groups, List<String> unread) {

    /** Those of an image that has no account files. */
    public static final Accounts NONE = new Accounts(List.of(), List.of(), List.of());

    public Accounts {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        unread = List.copyOf(unread);
    }

    /** The first user of a name, which is the one that counts, or {@code null}. */
    public @Nullable User user(String name) {
        return this.users.stream().filter(user -> user.name().equals(name)).findFirst().orElse(null);
    }

    /** The first user of a number, or {@code null}. */
    public @Nullable User user(long uid) {
        return this.users.stream().filter(user -> user.uid() == uid).findFirst().orElse(null);
    }

    /** The first group of a name, or {@code null}. */
    public @Nullable Group group(String name) {
        return this.groups.stream().filter(group -> group.name().equals(name)).findFirst().orElse(null);
    }

    /**
     * A line of {@code etc/passwd}.
     *
     * @param uid      as engines read it: 0 if it is no number
     * @param gid      of the user's first group
     * @param home     as written; {@code ""} if the line has none
     * @param password as {@code etc/shadow} has it where the line refers to that
     */
    public record User(String name, long uid, long gid, Password password, String home) {}

    /**
     * A line of {@code etc/group}.
     *
     * @param members who is in it besides those whose first group it is, as written: with commas between them
     */
    public record Group(String name, long gid, String members) {

        /** Whether it is told of a user that he is in it. */
        public boolean hasMember(String user) {
            return Stream.of(this.members.split(",")).anyMatch(user::equals);
        }
    }
}

package dev.tare.inspection.system;

import dev.tare.content.Finding;
import dev.tare.inspection.system.Accounts.Password;
import org.jspecify.annotations.Nullable;

/**
 * A user or a group.
 *
 * @param password {@code null} if it is in another file
 * @param id       of a user or a group
 * @param group    of a user
 * @param home     of a user
 * @param members  of a group
 */
record AccountLine(String name, @Nullable Password password, long id, long group,
        String home, String members) {

    private static final int OVERHEAD = 128;

    long length() {
        return OVERHEAD + Finding.lengthOf(this.name, this.home, this.members);
    }
}

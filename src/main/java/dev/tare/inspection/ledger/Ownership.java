package dev.tare.inspection.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The chapter, line and owner of a file.
 *
 * @param version of the owner, if it is known
 */
public record Ownership(Chapter chapter, String line, String owner, @Nullable String version) {

    static Ownership of(Chapter chapter, String line, String owner) {
        return new Ownership(chapter, line, owner, null);
    }
}

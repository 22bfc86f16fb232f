package dev.tare.inspection.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The chapter, line and owner of a file.
 *
 * @param version of the owner, if it is known
 */
public record Ownership(Chapter chapter, String line, String owner, @Nullable String version) {

    /** The same owner for all its versions. */
    public Ownership ofAnyVersion() {
        return of(this.chapter, this.line, this.owner);
    }

    /** The owner with its chapter and line, because the same name may occur in several of them. */
    public String fullName() {
        return this.chapter.title() + " / " + this.line + " / " + this.owner;
    }

    static Ownership of(Chapter chapter, String line, String owner) {
        return new Ownership(chapter, line, owner, null);
    }
}

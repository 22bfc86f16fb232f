package dev.tare.ecosystem;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * A package of a language.
 *
 * @param isBundled whether it is a copy in another package, or test data, so that no package manager installed it
 */
public record NamedPackage(String name, @Nullable String version, Licenses licenses, boolean isBundled)
        implements Finding {

    private static final int OVERHEAD = 128;

    private static final int MAX_TEXT = 1024;

    /** An installed package whose licenses are unknown. */
    public NamedPackage(String name, @Nullable String version) {
        this(name, version, Licenses.NONE, false);
    }

    /** The package, or the reason for not reading it if its name and version are too long. */
    public static Finding of(String name, @Nullable String version) {
        return of(name, version, Licenses.NONE, false);
    }

    /** The package, or the reason for not reading it if its name and version are too long. */
    public static Finding of(String name, @Nullable String version, Licenses licenses, boolean isBundled) {
        return Finding.lengthOf(name, version) > MAX_TEXT
                ? new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                        "The name and version of this package have more than " + MAX_TEXT + " characters.")
                : new NamedPackage(name, version, licenses, isBundled);
    }

    /** The reason for not knowing a package, because the file that describes it cannot be read. */
    public static NotRead notRead(UnreadableDatabaseException problem) {
        return new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                "The package is unknown, because this file is not read: " + problem.getMessage() + ".");
    }

    /**
     * The package as a part of an image.
     *
     * @param manager {@link Ecosystem#id() id} of the ecosystem
     * @param file    that describes or lists it
     */
    public LanguagePackage in(String manager, FileEntry file) {
        return new LanguagePackage(manager, this.name, this.version, file.path(), file.layer(), this.licenses,
                this.isBundled, null);
    }

    @Override
    public boolean countsForEachName() {
        return true;
    }

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.name, this.version) + this.licenses.length();
    }
}

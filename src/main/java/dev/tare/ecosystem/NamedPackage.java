package dev.tare.ecosystem;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/** A package of a language. */
public record NamedPackage(String name, @Nullable String version) implements Finding {

    private static final int OVERHEAD = 128;

    private static final int MAX_TEXT = 1024;

    /** The package, or the reason for not reading it if its name and version are too long. */
    public static Finding of(String name, @Nullable String version) {
        return Finding.lengthOf(name, version) > MAX_TEXT
                ? new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                        "The name and version of this package have more than " + MAX_TEXT + " characters.")
                : new NamedPackage(name, version);
    }

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.name, this.version);
    }
}

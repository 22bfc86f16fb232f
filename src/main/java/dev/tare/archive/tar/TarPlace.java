package dev.tare.archive.tar;

import org.jspecify.annotations.Nullable;

/** The place of a {@link TarReader} in its tar, which every error names. */
final class TarPlace {

    private final String tar;

    private @Nullable String entry;

    private boolean begun;

    TarPlace(String tar) {
        this.tar = tar;
    }

    /** One valid header was read: this is a tar. */
    void begin() {
        this.begun = true;
    }

    void enter(String entry) {
        this.entry = entry;
    }

    /** How errors name the current entry, or the tar before the first one. */
    String name() {
        return this.entry == null ? this.tar : this.entry;
    }

    /** How errors name the tar. */
    String tar() {
        return this.tar;
    }

    String normalize(String path) {
        return EntryPath.normalize(this.tar, path);
    }

    InvalidTarException malformed(String problem) {
        return this.begun ? InvalidTarException.corrupt(this.tar, this.entry, problem)
                : InvalidTarException.notATar(this.tar, problem);
    }

    InvalidTarException truncated() {
        return this.begun ? InvalidTarException.truncated(this.tar, this.entry)
                : InvalidTarException.notATar(this.tar, "it is shorter than a tar's header");
    }
}

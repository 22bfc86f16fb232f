package dev.tare.archive.tar;

import org.jspecify.annotations.Nullable;

/** The position of a {@link TarReader} in its tar, for errors. */
final class TarErrorContext {

    private final String tar;

    private @Nullable String entry;

    private boolean begun;

    TarErrorContext(String tar) {
        this.tar = tar;
    }

    /** Records that one valid header was read, so that this is a tar. */
    void begin() {
        this.begun = true;
    }

    void enter(String entry) {
        this.entry = entry;
    }

    /** The name of the current entry for errors, or of the tar before the first entry. */
    String name() {
        return this.entry == null ? this.tar : this.entry;
    }

    /** The name of the tar for errors. */
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
                : InvalidTarException.notATar(this.tar, "it is shorter than a tar header");
    }
}

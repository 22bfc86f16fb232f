package dev.tare.inspection.system;

import dev.tare.content.Finding;

/** What an {@code os-release} file says. */
record Os(OsRelease release) implements Finding {

    @Override
    public long length() {
        return Finding.lengthOf(this.release.id(), this.release.versionId(), this.release.name());
    }
}

package dev.tare.inspection.system;

import dev.tare.content.Finding;

/** The finding in an {@code os-release} file. */
record Os(OsRelease release) implements Finding {

    @Override
    public long length() {
        return Finding.lengthOf(this.release.id(), this.release.versionId(), this.release.codename(),
                this.release.name());
    }
}

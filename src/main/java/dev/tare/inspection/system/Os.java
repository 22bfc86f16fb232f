package dev.tare.inspection.system;

import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.content.Finding;

/** The finding in an {@code os-release} file. */
record Os(OsRelease release) implements Finding {

    @Override
    public Stream<String> unmasked() {
        return Stream.of(this.release.id(), this.release.versionId(), this.release.codename(), this.release.name())
                .filter(Objects::nonNull);
    }

    @Override
    public long length() {
        return Finding.lengthOf(this.release.id(), this.release.versionId(), this.release.codename(),
                this.release.name());
    }
}

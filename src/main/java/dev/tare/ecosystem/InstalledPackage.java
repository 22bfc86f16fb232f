package dev.tare.ecosystem;

import dev.tare.content.Finding;
import dev.tare.content.PathList;
import org.jspecify.annotations.Nullable;

/**
 * One installed package.
 *
 * @param files empty if the database does not list files
 */
public record InstalledPackage(String name, String version, String architecture, @Nullable String source,
        @Nullable String sourceVersion, @Nullable Long installedSize, PathList files, Relations relations) {

    private static final int OVERHEAD = 160;

    public long length() {
        return OVERHEAD + this.files.length() + this.relations.length()
                + Finding.lengthOf(this.name, this.version, this.architecture, this.source, this.sourceVersion);
    }
}

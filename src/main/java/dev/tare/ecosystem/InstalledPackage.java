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
        @Nullable Long installedSize, PathList files) {

    private static final int OVERHEAD = 128;

    public long length() {
        return OVERHEAD + this.files.length()
                + Finding.lengthOf(this.name, this.version, this.architecture, this.source);
    }
}

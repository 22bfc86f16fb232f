package dev.tare.inspection;

import org.jspecify.annotations.Nullable;

/**
 * One installed package.
 *
 * @param files empty if they are not in the database itself
 */
record InstalledPackage(String manager, String name, String version, String architecture, @Nullable String source,
        @Nullable Long installedSize, PathList files) {

    private static final int OVERHEAD = 128;

    long length() {
        return OVERHEAD + this.files.length()
                + Finding.lengthOf(this.name, this.version, this.architecture, this.source);
    }
}

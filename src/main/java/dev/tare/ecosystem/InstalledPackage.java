package dev.tare.ecosystem;

import dev.tare.content.Finding;
import dev.tare.content.PathList;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * One installed package.
 *
 * @param files empty if the database does not list files
 * @param state of an installation that is not complete, in the word of its package manager; otherwise {@code null}
 */
public record InstalledPackage(String name, String version, String architecture, @Nullable String source,
        @Nullable String sourceVersion, @Nullable Long installedSize, PathList files, Relations relations,
        @Nullable String state, Licenses licenses) {

    private static final int OVERHEAD = 160;

    /** A completely installed package whose licenses are unknown. */
    public InstalledPackage(String name, String version, String architecture, @Nullable String source,
            @Nullable String sourceVersion, @Nullable Long installedSize, PathList files, Relations relations) {
        this(name, version, architecture, source, sourceVersion, installedSize, files, relations, null, Licenses.NONE);
    }

    public InstalledPackage withState(@Nullable String state) {
        return new InstalledPackage(this.name, this.version, this.architecture, this.source, this.sourceVersion,
                this.installedSize, this.files, this.relations, state, this.licenses);
    }

    public InstalledPackage withLicenses(Licenses licenses) {
        return new InstalledPackage(this.name, this.version, this.architecture, this.source, this.sourceVersion,
                this.installedSize, this.files, this.relations, this.state, licenses);
    }

    /** The approximate number of characters that it keeps in memory. */
    public long length() {
        return OVERHEAD + this.files.length() + this.relations.length() + this.licenses.length()
                + Finding.lengthOf(this.name, this.version, this.architecture, this.source, this.sourceVersion,
                        this.state);
    }
}

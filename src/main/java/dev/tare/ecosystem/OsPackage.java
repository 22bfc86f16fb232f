package dev.tare.ecosystem;

import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * A package of the operating system, from the database of its package manager.
 *
 * @param manager       {@link Ecosystem#id() id} of the ecosystem
 * @param source        the source package if it has another name, otherwise {@code null}
 * @param sourceVersion version of the source package; {@code null} if the database does not state it, as dpkg does if
 *                      it is the version of the package
 * @param installedSize in bytes as the package states it (dpkg states KiB), or {@code null}
 * @param database      path of the database that lists it
 * @param layer         index of the layer that added the database
 * @param state         of an installation that is not complete, in the word of its package manager; otherwise
 *                      {@code null}
 */
public record OsPackage(String manager, String name, String version, String architecture, @Nullable String source,
        @Nullable String sourceVersion, @Nullable Long installedSize, String database, int layer,
        @Nullable String state, Licenses licenses) implements Installed {

    /** A completely installed package whose licenses are unknown. */
    public OsPackage(String manager, String name, String version, String architecture, @Nullable String source,
            @Nullable String sourceVersion, @Nullable Long installedSize, String database, int layer) {
        this(manager, name, version, architecture, source, sourceVersion, installedSize, database, layer, null,
                Licenses.NONE);
    }

    public OsPackage withLicenses(Licenses licenses) {
        return new OsPackage(this.manager, this.name, this.version, this.architecture, this.source, this.sourceVersion,
                this.installedSize, this.database, this.layer, this.state, licenses);
    }
}

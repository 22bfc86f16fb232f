package dev.tare.ecosystem;

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
 */
public record OsPackage(String manager, String name, String version, String architecture, @Nullable String source,
        @Nullable String sourceVersion, @Nullable Long installedSize, String database, int layer)
        implements Installed {}

package dev.tare.ecosystem;

import java.util.List;

import dev.tare.content.Finding;

/**
 * The installed packages in a package database.
 *
 * @param isComplete whether all of the database could be read
 */
public record PackageList(List<InstalledPackage> packages, boolean isComplete) implements Finding {

    /** All packages of a database. */
    public PackageList(List<InstalledPackage> packages) {
        this(packages, true);
    }

    public PackageList {
        packages = List.copyOf(packages);
    }

    @Override
    public long length() {
        return this.packages.stream().mapToLong(InstalledPackage::length).sum();
    }
}

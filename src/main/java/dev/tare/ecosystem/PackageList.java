package dev.tare.ecosystem;

import java.util.List;

import dev.tare.content.Finding;

/** The installed packages in a package database. */
public record PackageList(List<InstalledPackage> packages) implements Finding {

    public PackageList {
        packages = List.copyOf(packages);
    }

    @Override
    public long length() {
        return this.packages.stream().mapToLong(InstalledPackage::length).sum();
    }
}

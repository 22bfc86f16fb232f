package dev.tare.inspection;

import java.util.List;

/** The installed packages that a package manager's database lists. */
record PackageList(List<InstalledPackage> packages) implements Finding {

    public PackageList {
        packages = List.copyOf(packages);
    }

    @Override
    public long length() {
        return this.packages.stream().mapToLong(InstalledPackage::length).sum();
    }
}

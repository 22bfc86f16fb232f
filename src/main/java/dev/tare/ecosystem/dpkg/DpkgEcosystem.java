package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.Locale;

import dev.tare.content.Collector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/** Packages of Debian and related distributions. */
public final class DpkgEcosystem implements Ecosystem {

    static final String ID = "dpkg";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Kind kind() {
        return Kind.OPERATING_SYSTEM;
    }

    @Override
    public String label() {
        return "Debian packages";
    }

    @Override
    public String purlType() {
        return "deb";
    }

    @Override
    public PurlName purlName(String name) {
        return new PurlName(null, name.toLowerCase(Locale.ROOT));
    }

    @Override
    public VersionOrder versions() {
        return DpkgVersions.ORDER;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new DpkgCollector(), new DpkgFilesCollector(), new ChiselCollector(),
                new CopyrightCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(PackageList.class, FileList.class, Copyright.class);
    }

    @Override
    public List<PackageCache> caches() {
        return PackageCache.at("var/lib/apt/lists", "var/cache/apt");
    }

    @Override
    public @Nullable String installationFolder() {
        return DpkgFilesCollector.FOLDER;
    }

    /** dpkg writes the digests of a package's files when it installs the package. */
    @Override
    public @Nullable String installedBy(String path) {
        return path.endsWith(DpkgFilesCollector.SUMS) && FilePaths.parent(path).equals(DpkgFilesCollector.FOLDER)
                ? DpkgFilesCollector.packageOf(path)
                : null;
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        SoftwareReading packages = new ChiselPackages(findings).addTo(new DpkgFiles(findings).read());
        return new DebianCopyrights(findings).addTo(packages);
    }
}

package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.Locale;

import dev.tare.content.Collector;
import dev.tare.content.FilePaths;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/** Packages of Debian and related distributions. */
public final class DpkgEcosystem implements Ecosystem {

    static final String ID = "dpkg";

    private static final String INFO = "var/lib/dpkg/info";

    private static final String DIGESTS = ".md5sums";

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
    public List<PackageCache> caches() {
        return PackageCache.at("var/lib/apt/lists", "var/cache/apt");
    }

    @Override
    public @Nullable String installationFolder() {
        return INFO;
    }

    /** dpkg writes the digests of a package's files when it installs the package. */
    @Override
    public @Nullable String installedBy(String path) {
        if (!path.endsWith(DIGESTS) || !FilePaths.parent(path).equals(INFO)) {
            return null;
        }
        String name = path.substring(INFO.length() + 1, path.length() - DIGESTS.length());
        int architecture = name.indexOf(':');
        return architecture < 0 ? name : name.substring(0, architecture);
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        SoftwareReading packages = new ChiselPackages(findings).addTo(new DpkgFiles(findings).read());
        return new DebianCopyrights(findings).addTo(packages);
    }
}

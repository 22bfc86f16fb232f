package dev.tare.ecosystem.rpm;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/** Packages of Fedora, Red Hat, SUSE and related distributions. */
public final class RpmEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "rpm";
    }

    @Override
    public Kind kind() {
        return Kind.OPERATING_SYSTEM;
    }

    @Override
    public String label() {
        return "RPM packages";
    }

    @Override
    public String purlType() {
        return "rpm";
    }

    /** The epoch is a qualifier. */
    @Override
    public PurlVersion purlVersion(String version) {
        int colon = version.indexOf(':');
        return new PurlVersion(version.substring(colon + 1),
                colon > 0 ? Map.of("epoch", version.substring(0, colon)) : Map.of());
    }

    @Override
    public String purlNamespace(String distribution) {
        return distribution.equals("rhel") ? "redhat"
                : distribution.startsWith("opensuse") ? "opensuse"
                : Ecosystem.super.purlNamespace(distribution);
    }

    /** The name of the source package's file. */
    @Override
    public @Nullable String upstream(OsPackage one) {
        return one.sourceVersion() == null ? null
                : Objects.requireNonNullElse(one.source(), one.name()) + "-" + one.sourceVersion() + ".src.rpm";
    }

    @Override
    public VersionOrder versions() {
        return RpmVersions.ORDER;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new RpmCollector(deadline), new RpmManifestCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(PackageList.class);
    }

    @Override
    public List<PackageCache> caches() {
        return PackageCache.at("var/cache/dnf", "var/cache/libdnf5", "var/cache/yum", "var/cache/zypp");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return RpmDatabases.read(id(), findings);
    }
}

package dev.tare.ecosystem.apk;

import java.util.List;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.DatabaseChoice;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.PackageDatabases;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;

/** Packages of Alpine and related distributions. */
public final class ApkEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "apk";
    }

    @Override
    public Kind kind() {
        return Kind.OPERATING_SYSTEM;
    }

    @Override
    public String label() {
        return "Alpine packages";
    }

    @Override
    public String purlType() {
        return "apk";
    }

    @Override
    public VersionOrder versions() {
        return ApkVersions::compare;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new ApkCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(PackageList.class);
    }

    @Override
    public List<PackageCache> caches() {
        return PackageCache.at("var/cache/apk", "etc/apk/cache");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        DatabaseChoice choice = DatabaseChoice.of(ApkCollector.PATHS.stream(), id(), findings);
        return PackageDatabases.read(choice.read(), id(), findings).withUnread(choice.others());
    }
}

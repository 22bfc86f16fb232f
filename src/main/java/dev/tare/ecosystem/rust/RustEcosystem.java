package dev.tare.ecosystem.rust;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.NamedPackages;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.SemanticVersions;
import dev.tare.version.VersionOrder;

/** Crates of Rust executables, each listed with the path of its executable. */
public final class RustEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "cargo";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Rust crates";
    }

    @Override
    public String purlType() {
        return "cargo";
    }

    @Override
    public VersionOrder versions() {
        return SemanticVersions::compare;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new RustExecutableCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackages.class);
    }

    @Override
    public List<PackageCache> caches() {
        return Stream.concat(PackageCache.at("usr/local/cargo/registry").stream(),
                PackageCache.inHomes(".cargo/registry").stream()).toList();
    }

    /** Sources of the crates that Cargo downloaded. */
    @Override
    public Set<String> packageFolders() {
        return Set.of("cargo/registry/src", ".cargo/registry/src");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}

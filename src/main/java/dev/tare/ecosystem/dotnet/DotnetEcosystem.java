package dev.tare.ecosystem.dotnet;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

/** NuGet packages of .NET applications, each listed with the path of the document that lists it. */
public final class DotnetEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "nuget";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return ".NET packages";
    }

    @Override
    public String purlType() {
        return "nuget";
    }

    /** NuGet ignores the case of names. */
    @Override
    public String comparedName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** NuGet ignores the case of prereleases. */
    @Override
    public VersionOrder versions() {
        return (one, other) -> SemanticVersions.compare(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new DepsCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackages.class);
    }

    @Override
    public List<PackageCache> caches() {
        return PackageCache.inHomes(".nuget/packages", ".local/share/NuGet/http-cache",
                ".local/share/NuGet/v3-cache");
    }

    @Override
    public Set<String> packageFolders() {
        return Set.of(".nuget/packages");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}

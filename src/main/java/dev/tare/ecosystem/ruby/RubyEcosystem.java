package dev.tare.ecosystem.ruby;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;

/** Gems that RubyGems or Bundler installed, and those that come with Ruby. */
public final class RubyEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "gem";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Ruby gems";
    }

    @Override
    public String purlType() {
        return "gem";
    }

    @Override
    public VersionOrder versions() {
        return GemVersions::compare;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new GemspecCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackage.class);
    }

    @Override
    public List<PackageCache> caches() {
        return Stream.concat(PackageCache.at("usr/local/bundle/cache").stream(),
                PackageCache.inHomes(".bundle/cache").stream()).toList();
    }

    @Override
    public Set<String> packageFolders() {
        return Set.of("gems");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}

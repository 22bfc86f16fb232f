package dev.tare.ecosystem.go;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;

/** Modules of Go executables, each listed with the path of its executable. */
public final class GoEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "go";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Go modules";
    }

    @Override
    public String purlType() {
        return "golang";
    }

    /** The last segment of a module's path is the name. Namespace and name are in lower case. */
    @Override
    public PurlName purlName(String name) {
        String path = name.toLowerCase(Locale.ROOT);
        int slash = path.lastIndexOf('/');
        return new PurlName(slash < 0 ? null : path.substring(0, slash), path.substring(slash + 1));
    }

    @Override
    public VersionOrder versions() {
        return GoVersions::compare;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new GoExecutableCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(GoModules.class);
    }

    @Override
    public List<PackageCache> caches() {
        return Stream.concat(PackageCache.at("go/pkg/mod/cache").stream(),
                PackageCache.inHomes(".cache/go-build", "go/pkg/mod/cache").stream()).toList();
    }

    /** Sources of Go itself, and of the modules that it downloaded. */
    @Override
    public Set<String> packageFolders() {
        return Set.of("usr/local/go/src", "usr/lib/go/src", "go/pkg/mod");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        List<Installed> modules = new ArrayList<>();
        findings.forEach(GoModules.class,
                (file, found) -> found.modules().forEach(one -> modules.add(one.in(id(), file))));
        return new SoftwareReading(modules, List.of(), findings.unread());
    }
}

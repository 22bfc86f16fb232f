package dev.tare.ecosystem.node;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.ApplicationLayout;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/** Packages of npm, Yarn, pnpm and Bun. */
public final class NodeEcosystem implements Ecosystem {

    /** npm installs packages for all users, and itself, below {@code lib/node_modules}. */
    private static final ApplicationLayout LAYOUT = new ApplicationLayout("Node",
            Pattern.compile(".*\\.(?:[cm]?[jt]s|[jt]sx)", Pattern.DOTALL), Set.of("npm", "corepack", "yarn", "pnpm"),
            Set.of("lib/node_modules"));

    @Override
    public String id() {
        return "npm";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Node packages";
    }

    @Override
    public String purlType() {
        return "npm";
    }

    /** The scope is the namespace. */
    @Override
    public @Nullable PurlName purlName(String name) {
        return PurlName.split(name);
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new NodePackageCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackage.class);
    }

    /** With the files of Plug'n'Play, programs load their packages from Yarn's cache. */
    @Override
    public List<PackageCache> caches() {
        Set<String> loaders = Set.of(".pnp.cjs", ".pnp.js");
        return Stream.of(PackageCache.at("usr/local/share/.cache/yarn"),
                PackageCache.inHomes(".npm/_cacache", ".cache/yarn", ".local/share/pnpm/store", ".bun/install/cache"),
                List.of(new PackageCache(".yarn/cache", true, loaders),
                        new PackageCache(".yarn/berry/cache", true, loaders)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Set<String> packageFolders() {
        return Set.of("node_modules");
    }

    @Override
    public ApplicationLayout applicationLayout() {
        return LAYOUT;
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}

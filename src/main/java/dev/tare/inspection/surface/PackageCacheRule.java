package dev.tare.inspection.surface;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.filetree.CountedTree;

/** Downloads that package managers leave behind. */
final class PackageCacheRule implements SurfaceRule {

    /** Caches of package managers without an {@link Ecosystem}. */
    private static final List<PackageCache> OTHERS = PackageCache.at("var/cache/pacman/pkg");

    /** Files that package managers keep in an empty cache. */
    private static final Set<String> EMPTY_FILES = Set.of("lock", "CACHEDIR.TAG", ".lock");

    private final List<PackageCache> caches;

    private final List<String> homes;

    PackageCacheRule(List<Ecosystem> ecosystems, List<String> homes) {
        this.caches = Stream.concat(ecosystems.stream().flatMap(ecosystem -> ecosystem.caches().stream()),
                OTHERS.stream()).toList();
        this.homes = homes;
    }

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return this.caches.stream()
                .flatMap(cache -> items(cache, files).filter(_ -> !isInUse(cache, files)))
                .distinct();
    }

    private Stream<SurfaceItem> items(PackageCache cache, CountedTree files) {
        return folders(cache).flatMap(folder -> FolderContents.item(SurfaceKind.PACKAGE_CACHE, files, folder,
                file -> file.size() > 0 && !EMPTY_FILES.contains(file.fileName())));
    }

    private Stream<String> folders(PackageCache cache) {
        return cache.inHome() ? this.homes.stream().map(home -> FilePaths.join(home, cache.path()))
                : Stream.of(cache.path());
    }

    private static boolean isInUse(PackageCache cache, CountedTree files) {
        return !cache.loaders().isEmpty()
                && files.entries().anyMatch(file -> cache.loaders().contains(file.fileName()));
    }
}

package dev.tare.inspection.surface;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.PackageCaches;
import dev.tare.filetree.CountedTree;

/** Downloads that package managers leave behind. */
final class PackageCacheRule implements SurfaceRule {

    /** Caches of package managers without an {@link Ecosystem}. */
    private static final List<PackageCache> OTHERS = PackageCache.at("var/cache/pacman/pkg");

    /** Files that package managers keep in an empty cache. */
    private static final Set<String> EMPTY_FILES = Set.of("lock", "CACHEDIR.TAG", ".lock");

    private final PackageCaches caches;

    PackageCacheRule(List<Ecosystem> ecosystems, List<String> homes) {
        this.caches = new PackageCaches(
                Stream.concat(ecosystems.stream().flatMap(ecosystem -> ecosystem.caches().stream()), OTHERS.stream())
                        .toList(),
                homes);
    }

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return this.caches.unused(files)
                .stream()
                .flatMap(folder -> FolderContents.item(SurfaceKind.PACKAGE_CACHE, files, folder,
                        file -> file.size() > 0 && !EMPTY_FILES.contains(file.fileName())));
    }
}

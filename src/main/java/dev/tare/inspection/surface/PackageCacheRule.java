package dev.tare.inspection.surface;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.filetree.CountedTree;

/** Downloads that package managers leave behind. */
final class PackageCacheRule implements SurfaceRule {

    private static final List<String> SYSTEM_CACHES = List.of("var/lib/apt/lists", "var/cache/apt", "var/cache/apk",
            "var/cache/dnf", "var/cache/libdnf5", "var/cache/yum", "var/cache/zypp", "var/cache/pacman/pkg",
            "etc/apk/cache", "usr/local/share/.cache/yarn", "go/pkg/mod/cache",
            "usr/local/cargo/registry", "usr/local/bundle/cache", "opt/conda/pkgs");

    private static final List<String> HOME_CACHES = List.of(".cache/pip", ".cache/uv", ".cache/pypoetry",
            ".cache/yarn", ".npm/_cacache", ".m2/repository", ".gradle/caches", ".ivy2/cache",
            ".cargo/registry", ".cache/go-build", "go/pkg/mod/cache", ".cache/composer", ".composer/cache",
            ".bundle/cache", ".nuget/packages", ".local/share/pnpm/store", ".gradle/wrapper/dists",
            ".m2/wrapper/dists", ".yarn/cache", ".yarn/berry/cache", ".bun/install/cache");

    /** With these files, Yarn loads packages of programs from its cache. Then it is not a leftover. */
    private static final Set<String> YARN_LOADERS = Set.of(".pnp.cjs", ".pnp.js");

    /** Files that package managers keep in an empty cache. */
    private static final Set<String> EMPTY_FILES = Set.of("lock", "CACHEDIR.TAG", ".lock");

    private final List<String> homes;

    PackageCacheRule(List<String> homes) {
        this.homes = homes;
    }

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return Stream.concat(SYSTEM_CACHES.stream(), this.homes.stream().flatMap(PackageCacheRule::homeCaches))
                .distinct()
                .flatMap(folder -> FolderContents.item(SurfaceKind.PACKAGE_CACHE, files, folder,
                        file -> file.size() > 0 && !EMPTY_FILES.contains(file.fileName())))
                .filter(cache -> !cache.path().contains(".yarn/") || !isLoadedFrom(files));
    }

    private static Stream<String> homeCaches(String home) {
        return HOME_CACHES.stream().map(cache -> FilePaths.join(home, cache));
    }

    private static boolean isLoadedFrom(CountedTree files) {
        return files.entries().anyMatch(file -> YARN_LOADERS.contains(file.fileName()));
    }
}

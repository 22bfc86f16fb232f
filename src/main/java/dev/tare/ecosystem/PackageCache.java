package dev.tare.ecosystem;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder in which a package manager keeps its downloads.
 *
 * @param folder  without a leading slash
 * @param inHome  whether the folder is in home folders, otherwise in the root
 * @param loaders names of files that load packages from the cache when a program starts; then it is in use
 */
public record PackageCache(String folder, boolean inHome, Set<String> loaders) {

    public PackageCache {
        loaders = Set.copyOf(loaders);
    }

    /** Caches at these paths. */
    public static List<PackageCache> at(String... paths) {
        return Stream.of(paths).map(path -> new PackageCache(path, false, Set.of())).toList();
    }

    /** Caches at these paths in each home folder. */
    public static List<PackageCache> inHomes(String... paths) {
        return Stream.of(paths).map(path -> new PackageCache(path, true, Set.of())).toList();
    }
}

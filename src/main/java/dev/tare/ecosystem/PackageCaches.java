package dev.tare.ecosystem;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;

/**
 * The downloads of package managers in an image. A package there is not installed, unless programs use the cache: a
 * file loads packages from it, or a symbolic link leads into it. pnpm links to its store, and uv and conda may link to
 * their caches.
 *
 * @param homes folders in which programs leave files for their users
 */
public record PackageCaches(List<PackageCache> caches, List<String> homes) {

    /** The maximum depth of a cache to which links are found. */
    private static final int MAX_DEPTH = 32;

    public PackageCaches {
        caches = List.copyOf(caches);
        homes = List.copyOf(homes);
    }

    /** The caches of all ecosystems. */
    public static PackageCaches of(List<Ecosystem> ecosystems, List<String> homes) {
        return new PackageCaches(ecosystems.stream().flatMap(one -> one.caches().stream()).toList(), homes);
    }

    /** The folders that have content, and that no program uses. */
    public List<String> unused(CountedTree files) {
        Map<String, PackageCache> folders = new LinkedHashMap<>();
        this.caches.forEach(cache -> folders(cache).filter(folder -> files.below(folder).findAny().isPresent())
                .forEach(folder -> folders.put(folder, cache)));
        if (folders.isEmpty()) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        this.caches.forEach(cache -> names.addAll(cache.loaders()));
        Set<String> loaders = new HashSet<>();
        Set<String> linked = new HashSet<>();
        files.entries().forEach(file -> {
            if (names.contains(file.fileName())) {
                loaders.add(file.fileName());
            }
            if (file.linkTarget() != null) {
                addLinked(file, file.linkTarget(), folders.keySet(), linked);
            }
        });
        return folders.entrySet()
                .stream()
                .filter(folder -> !linked.contains(folder.getKey())
                        && folder.getValue().loaders().stream().noneMatch(loaders::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Stream<String> folders(PackageCache cache) {
        return cache.inHome() ? this.homes.stream().map(home -> FilePaths.join(home, cache.path()))
                : Stream.of(cache.path());
    }

    private static void addLinked(FileEntry link, String target, Set<String> folders, Set<String> linked) {
        String path = target.startsWith("/") ? "" : FilePaths.parent(link.path());
        for (String name : target.split("/")) {
            path = FilePaths.step(path, name);
        }
        int end = path.indexOf('/');
        for (int depth = 0; end >= 0 && depth < MAX_DEPTH; depth++) {
            String folder = path.substring(0, end);
            if (folders.contains(folder) && !isBelow(link.path(), folder)) {
                linked.add(folder);
            }
            end = path.indexOf('/', end + 1);
        }
    }

    private static boolean isBelow(String path, String folder) {
        return path.startsWith(folder) && path.startsWith("/", folder.length());
    }

    /** The software without the packages of languages in these folders. */
    public static SoftwareReading without(List<String> folders, SoftwareReading software) {
        return folders.isEmpty() ? software
                : software.keeping(one -> folders.stream().noneMatch(folder -> isBelow(one.path(), folder)));
    }
}

package dev.tare.inspection;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the files that packages list in the merged tree. Packages may list them by folders that are links by now, as
 * {@code /bin} is to {@code /usr/bin}.
 */
final class OwnerFinder {

    private final FileTree files;

    private final Diversions diversions;

    private final int[] owners;

    private final Set<String> asked;

    private final Set<String> gone = new HashSet<>();

    private final Map<String, Integer> packages = new LinkedHashMap<>();

    /** The folder that was asked for last, since the next file is mostly in the same one, and where it is. */
    private @Nullable String askedFolder;

    private @Nullable String realFolder;

    /** @param asked paths that the tree may not have */
    OwnerFinder(FileTree files, Diversions diversions, Set<String> asked) {
        this.asked = asked;
        this.files = files;
        this.diversions = diversions;
        this.owners = new int[files.size()];
    }

    void add(String name, PathList paths) {
        if (!paths.isEmpty()) {
            int number = this.packages.computeIfAbsent(name, absent -> this.packages.size() + 1);
            paths.forEach(path -> own(number, this.diversions.placeOf(relative(path), name)));
        }
    }

    FileOwners owners() {
        return this.packages.isEmpty() ? FileOwners.UNKNOWN
                : new FileOwners(this.files, List.copyOf(this.packages.keySet()), this.owners, this.gone);
    }

    private void own(int number, String path) {
        String folder = realFolder(FilePaths.parent(path));
        String real = folder == null ? path : FilePaths.join(folder, FilePaths.name(path));
        int index = this.files.indexOf(real);
        if (index < 0 && this.asked.contains(real)) {
            this.gone.add(real);
        }
        if (index >= 0 && this.owners[index] == 0 && !this.files.entries().get(index).isDirectory()) {
            this.owners[index] = number;
        }
    }

    private @Nullable String realFolder(String folder) {
        if (!folder.equals(this.askedFolder)) {
            this.askedFolder = folder;
            FileEntry real = this.files.resolve(folder);
            String path = real == null ? null : real.path();
            this.realFolder = folder.isEmpty() ? "" : path;
        }
        return this.realFolder;
    }

    /** Without what leads from the root to it. */
    static String relative(String path) {
        int from = path.startsWith("./") ? 1 : 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }
}

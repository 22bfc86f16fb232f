package dev.tare.ecosystem;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.content.FilePaths;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.PathResolver;
import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the listed files of packages in the merged tree. Packages may list them in folders that are links now, like
 * {@code /bin} and {@code /usr/bin}.
 */
final class OwnerFinder {

    /** Enough for a million files that are listed behind a link. */
    private static final long MAX_LOOKUPS = 4_000_000;

    private final CountedTree files;

    private final int[] owners;

    private final Set<String> asked;

    private final Set<String> gone = new HashSet<>();

    private final Map<String, Integer> packages = new LinkedHashMap<>();

    /** The folder of the last lookup and its resolved path, because the next file is usually in the same folder. */
    private @Nullable String askedFolder;

    private @Nullable String realFolder;

    private long lookups;

    private OwnerFinder(CountedTree files, Set<String> asked) {
        this.asked = asked;
        this.files = files;
        this.owners = new int[files.files().size()];
    }

    static FileOwners find(CountedTree files, List<OwnedFiles> owned, Set<String> asked) {
        OwnerFinder finder = new OwnerFinder(files, asked);
        owned.forEach(finder::add);
        return finder.owners();
    }

    private void add(OwnedFiles files) {
        if (!files.paths().isEmpty()) {
            int number = this.packages.computeIfAbsent(files.owner(), absent -> this.packages.size() + 1);
            files.paths().forEach(path -> own(number, files.place().apply(OwnedFiles.relative(path))));
        }
    }

    private FileOwners owners() {
        return this.packages.isEmpty() ? FileOwners.UNKNOWN
                : new FileOwners(this.files.files(), List.copyOf(this.packages.keySet()), this.owners, this.gone);
    }

    private void own(int number, String path) {
        int index = this.files.indexOf(path);
        if (index < 0) {
            String folder = realFolder(FilePaths.parent(path));
            String real = folder == null ? path : FilePaths.join(folder, FilePaths.name(path));
            index = this.files.indexOf(real);
            if (index < 0 && this.asked.contains(real)) {
                this.gone.add(real);
            }
        }
        if (index >= 0 && this.owners[index] == 0 && !this.files.files().entries().get(index).isDirectory()) {
            this.owners[index] = number;
        }
    }

    private @Nullable String realFolder(String folder) {
        if (!folder.equals(this.askedFolder)) {
            this.askedFolder = folder;
            this.realFolder = folder.isEmpty() ? "" : pathOf(lookUp(folder));
        }
        return this.realFolder;
    }

    private @Nullable FileEntry lookUp(String folder) {
        FileEntry there = this.files.files().get(folder);
        return there != null && there.isDirectory() ? there : new PathResolver(this::counted).resolve(folder);
    }

    private @Nullable FileEntry counted(String path) {
        if (++this.lookups > MAX_LOOKUPS) {
            throw LimitExceededException.fixed("owner-lookups", MAX_LOOKUPS, "folders on the way to files of packages",
                    null);
        }
        return this.files.passed(path);
    }

    private static @Nullable String pathOf(@Nullable FileEntry file) {
        return file == null ? null : file.path();
    }
}

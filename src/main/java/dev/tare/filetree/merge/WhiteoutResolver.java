package dev.tare.filetree.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.filetree.layer.Whiteout;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the paths of whiteouts. Engines write whiteouts in the order of the tar, so a whiteout follows the symbolic
 * links before it in its own layer. Hardly any layer has such links. Only those layers cost lookups.
 */
final class WhiteoutResolver {

    private final Budget entries;

    private final Deadline deadline;

    private final LinkWalk walk;

    /** An image may repeat a layer. */
    private final IdentityHashMap<ScannedEntries, List<Whiteout>> known = new IdentityHashMap<>();

    private final Budget folders = new Budget(Limit.WHITEOUT_FOLDERS);

    WhiteoutResolver(Budget entries, Deadline deadline, LinkWalk walk) {
        this.entries = entries;
        this.deadline = deadline;
        this.walk = walk;
    }

    /** The whiteouts of a layer with resolved paths. */
    List<Whiteout> of(LayerScan scan) {
        return this.known.computeIfAbsent(scan.entries(),
                entries -> anyPassesLink(scan) ? new Layer(scan).find() : scan.whiteouts());
    }

    private boolean anyPassesLink(LayerScan scan) {
        Set<String> folders = scan.whiteouts().isEmpty() ? Set.of() : foldersOnTheWay(scan);
        return !folders.isEmpty() && scan.entries().anyLinkIn(folders);
    }

    private Set<String> foldersOnTheWay(LayerScan scan) {
        Set<String> folders = new HashSet<>();
        for (Whiteout whiteout : scan.whiteouts()) {
            this.deadline.step();
            for (String folder = whiteout.folder(); !folder.isEmpty() && folders.add(folder);
                    folder = FilePaths.parent(folder)) {
                take(folder, scan.name());
            }
        }
        return folders;
    }

    private void take(String folder, String layerName) {
        this.deadline.step(folder);
        this.folders.take(folder.length(), layerName);
    }

    /** The walk over the entries of one layer. */
    private final class Layer implements LinkWalk.Way {

        private final LayerScan scan;

        /** The targets of the links so far, by resolved path. */
        private final Map<String, String> links = new HashMap<>();

        private @Nullable String askedFolder;

        private String realFolder = "";

        Layer(LayerScan scan) {
            this.scan = scan;
        }

        List<Whiteout> find() {
            List<Whiteout> found = new ArrayList<>();
            int next = 0;
            for (Whiteout whiteout : this.scan.whiteouts()) {
                for (; next < whiteout.entriesBefore(); next++) {
                    pass(this.scan.entries().get(next));
                }
                Whiteout real = whiteout.in(real(whiteout.folder()));
                WhiteoutResolver.this.entries.take(EntryCost.ofText(real.path()));
                found.add(real);
            }
            return found;
        }

        /** Records the links of a layer. An entry of another type replaces a link. */
        private void pass(ScannedEntries.Entry entry) {
            WhiteoutResolver.this.deadline.step();
            String target = entry.inode().symbolicLinkTarget();
            if (target == null && this.links.isEmpty()) {
                return;
            }
            String path = FilePaths.join(real(FilePaths.parent(entry.path())), FilePaths.name(entry.path()));
            if (target != null) {
                WhiteoutResolver.this.entries.take(EntryCost.ofText(path));
                this.links.put(path, target);
                this.askedFolder = null;
            } else if (entry.inode().type() != EntryType.HARD_LINK && this.links.remove(path) != null) {
                this.askedFolder = null;
            }
        }

        private String real(String folder) {
            if (!folder.equals(this.askedFolder)) {
                this.realFolder = WhiteoutResolver.this.walk.to(folder, this, this.scan.name());
                this.askedFolder = folder;
            }
            return this.realFolder;
        }

        @Override
        public @Nullable String linkTarget(String path) {
            return this.links.get(path);
        }

        @Override
        public void enter(String path, String folder) {
            // The merge checks later whether the folder exists.
        }
    }
}

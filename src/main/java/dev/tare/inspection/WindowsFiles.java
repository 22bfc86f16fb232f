package dev.tare.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.content.FilePaths;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.StringPool;
import dev.tare.filetree.layer.WindowsLayers;
import dev.tare.filetree.merge.MergedLayers;
import dev.tare.filetree.merge.MergedLayers.Found;
import dev.tare.limits.Deadline;

/**
 * The files of a Windows image that its containers have. The files of the virtual machine often are hard links to files of
 * containers.
 */
final class WindowsFiles {

    private final StringPool names = new StringPool();

    private final FileTree.Builder tree = new FileTree.Builder(this.names);

    /** The first name in containers of each file whose first name is outside. */
    private final Map<String, FileEntry> firstNames = new HashMap<>();

    private WindowsFiles() {}

    /** The tree and the findings without the files that containers do not have. */
    static MergedLayers inContainers(MergedLayers merged, Deadline deadline) {
        WindowsFiles files = new WindowsFiles();
        List<FileEntry> all = merged.files().entries();
        for (int index = 0; index < all.size(); index++) {
            deadline.step();
            files.add(merged.files(), index, all.get(index));
        }
        FileTree tree = files.tree.build();
        return tree.size() == all.size() ? merged
                : new MergedLayers(tree, files.visible(merged.findings()), merged.waste(),
                        merged.deleted(), merged.secrets(), files.visibleNames(merged.contentNames()));
    }

    private void add(FileTree all, int index, FileEntry file) {
        if (WindowsLayers.isOutside(file.path())) {
            return;
        }
        String first = file.sameFileAs();
        boolean isMoved = first != null && WindowsLayers.isOutside(first);
        FileEntry moved = isMoved ? this.firstNames.get(first) : null;
        this.tree.add(FilePaths.parent(file.path()),
                this.names.add(FilePaths.name(file.path()).getBytes(StandardCharsets.UTF_8)), all.inode(index),
                file.layer(), isMoved ? (moved == null ? null : moved.path()) : first);
        if (first != null && isMoved && moved == null) {
            this.firstNames.put(first, this.tree.last());
        }
    }

    /** The names of content by the first name in containers. */
    private Map<String, String> visibleNames(Map<String, String> contentNames) {
        Map<String, String> visible = new HashMap<>();
        contentNames.forEach((first, content) -> {
            FileEntry moved = this.firstNames.get(first);
            if (moved != null) {
                visible.put(moved.path(), content);
            } else if (!WindowsLayers.isOutside(first)) {
                visible.put(first, content);
            }
        });
        return visible;
    }

    private List<Found> visible(List<Found> findings) {
        List<Found> visible = new ArrayList<>();
        for (Found one : findings) {
            FileEntry file = WindowsLayers.isOutside(one.file().path()) ? this.firstNames.get(one.file().path())
                    : one.file();
            if (file != null) {
                visible.add(new Found(file, one.reader(), one.finding()));
            }
        }
        visible.sort(Comparator.comparing(one -> one.file().path(), FileTree.ORDER));
        return visible;
    }
}

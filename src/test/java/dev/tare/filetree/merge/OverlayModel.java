package dev.tare.filetree.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tare.content.FilePaths;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;

/**
 * Finds the visible files by looking up every path from the highest layer down, like an overlay file system. The merger
 * works in the opposite direction.
 */
final class OverlayModel {

    private final List<LayerModel> layers = new ArrayList<>();

    LayerModel addLayer() {
        LayerModel layer = new LayerModel(this.layers.size());
        this.layers.add(layer);
        return layer;
    }

    DrawnImage draw() {
        DrawnImage image = DrawnImage.anImage();
        this.layers.forEach(layer -> image.layer(layer::draw));
        return image;
    }

    /** Content by path; {@code /} for folders. */
    Map<String, String> visible() {
        Map<String, String> visible = new TreeMap<>();
        collect("", this.layers.reversed(), visible);
        return visible;
    }

    /** The lowest layer of each file that is not visible, by path. */
    Map<String, Integer> deleted() {
        Map<String, Integer> deleted = new TreeMap<>();
        this.layers.forEach(layer -> layer.entries.forEach((path, content) -> {
            if (!content.equals("/")) {
                deleted.putIfAbsent(path, layer.index);
            }
        }));
        deleted.keySet().removeAll(visible().keySet());
        return deleted;
    }

    /** The bytes of all contents. A content with several names counts once. */
    long uncompressedSize() {
        return this.layers.stream()
                .flatMap(layer -> new TreeSet<>(layer.contents()).stream())
                .mapToLong(String::length)
                .sum();
    }

    private static void collect(String folder, List<LayerModel> topDown, Map<String, String> visible) {
        Set<String> names = new TreeSet<>();
        topDown.forEach(layer -> names.addAll(layer.namesIn(folder)));
        for (String name : names) {
            lookUp(FilePaths.join(folder, name), topDown, visible);
        }
    }

    private static void lookUp(String path, List<LayerModel> topDown, Map<String, String> visible) {
        List<LayerModel> merged = new ArrayList<>();
        for (LayerModel layer : topDown) {
            String content = layer.entries.get(path);
            if (content != null && !content.equals("/")) {
                if (merged.isEmpty()) {
                    visible.put(path, content);
                }
                break;
            }
            if (content != null) {
                merged.add(layer);
            }
            if (layer.whiteouts.contains(path) || layer.opaques.contains(path)) {
                break;
            }
        }
        if (!merged.isEmpty()) {
            visible.put(path, "/");
            collect(path, merged, visible);
        }
    }

    /** One layer without contradictions. */
    static final class LayerModel {

        private final int index;

        private final Map<String, String> entries = new TreeMap<>();

        private final List<String[]> drawn = new ArrayList<>();

        private final Set<String> whiteouts = new TreeSet<>();

        private final Set<String> opaques = new TreeSet<>();

        private LayerModel(int index) {
            this.index = index;
        }

        void file(String path) {
            String content = this.index + path + "!".repeat(this.drawn.size());
            if (isFree(path)) {
                add("file", path, content, content);
            }
        }

        void directory(String path) {
            if (isFree(path)) {
                add("directory", path, "/", "");
            }
        }

        void hardLink(String path, String target) {
            String content = this.entries.get(target);
            if (isFree(path) && content != null && !content.equals("/")) {
                add("hardLink", path, content, target);
            }
        }

        void whiteout(String path) {
            if (canHaveFolders(path)) {
                imply(path);
                this.whiteouts.add(path);
            }
        }

        void opaque(String path) {
            if (canHaveFolders(path + "/x")) {
                imply(path + "/x");
                this.opaques.add(path);
            }
        }

        /** Whiteouts come last, because their position must not matter. */
        private void draw(LayerBuilder layer) {
            for (String[] entry : this.drawn) {
                switch (entry[0]) {
                    case "file" -> layer.file(entry[1], entry[2]);
                    case "directory" -> layer.directory(entry[1]);
                    default -> layer.hardLink(entry[1], entry[2]);
                }
            }
            this.whiteouts.forEach(layer::whiteout);
            this.opaques.forEach(layer::opaque);
        }

        private Set<String> namesIn(String folder) {
            Set<String> names = new TreeSet<>();
            for (String path : this.entries.keySet()) {
                if (FilePaths.parent(path).equals(folder)) {
                    names.add(FilePaths.name(path));
                }
            }
            return names;
        }

        private List<String> contents() {
            return this.entries.values().stream().filter(content -> !content.equals("/")).toList();
        }

        private void add(String kind, String path, String content, String detail) {
            imply(path);
            this.entries.put(path, content);
            this.drawn.add(new String[] { kind, path, detail });
        }

        private boolean isFree(String path) {
            return !this.entries.containsKey(path) && canHaveFolders(path);
        }

        private boolean canHaveFolders(String path) {
            for (String folder = FilePaths.parent(path); !folder.isEmpty(); folder = FilePaths.parent(folder)) {
                if (!this.entries.getOrDefault(folder, "/").equals("/")) {
                    return false;
                }
            }
            return true;
        }

        private void imply(String path) {
            for (String folder = FilePaths.parent(path); !folder.isEmpty(); folder = FilePaths.parent(folder)) {
                this.entries.put(folder, "/");
            }
        }
    }
}

package dev.tare.inspection.surface;

import dev.tare.filetree.FileEntry;

/**
 * One path of the surface: a file, or a folder that stands for what is below it.
 *
 * @param path  without a leading slash
 * @param files how many files the item stands for; 1 if it is a file itself
 * @param bytes of those files
 * @param layer index of the layer that brought it, of several the lowest
 */
public record SurfaceItem(SurfaceKind kind, String path, long files, long bytes, int layer) {

    static SurfaceItem of(SurfaceKind kind, FileEntry file) {
        return new SurfaceItem(kind, file.path(), 1, file.size(), file.layer());
    }
}

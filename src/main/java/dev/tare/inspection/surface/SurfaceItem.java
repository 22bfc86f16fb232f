package dev.tare.inspection.surface;

import dev.tare.filetree.FileEntry;

/**
 * One path of the surface: a file, or a folder that stands for its contents.
 *
 * @param path  without a leading slash
 * @param files the number of files that the item stands for; 1 for a file
 * @param bytes the size of these files
 * @param layer index of the layer that added it, or the lowest of several
 */
public record SurfaceItem(SurfaceKind kind, String path, long files, long bytes, int layer) {

    static SurfaceItem of(SurfaceKind kind, FileEntry file) {
        return new SurfaceItem(kind, file.path(), 1, file.size(), file.layer());
    }
}

package dev.tare.inspection;

import dev.tare.filetree.FileTree;
import dev.tare.image.Image;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.system.SystemFiles;

/**
 * Everything that is known of one image, from its bytes alone.
 *
 * @param files   as a container sees them
 * @param secrets in files, hidden ones too, and in the config
 */
public record Inspection(Image image, BaseBoundary base, Weight weight, FileTree files, Software software,
        SystemFiles system, Surface surface, Secrets secrets) {

    /** About how many bytes of heap it takes. */
    public long heapSize() {
        return HeapSize.of(this);
    }

    /** A copy whose image people call by another name. */
    public Inspection withName(String name) {
        return new Inspection(this.image.withName(name), this.base, this.weight, this.files, this.software,
                this.system, this.surface, this.secrets);
    }
}

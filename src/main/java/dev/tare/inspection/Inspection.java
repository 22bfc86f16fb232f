package dev.tare.inspection;

import dev.tare.filetree.FileTree;
import dev.tare.image.Image;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.system.SystemFiles;

/**
 * All facts about one image, from its bytes alone.
 *
 * @param files   visible in a container
 * @param secrets in files, also hidden ones, and in the config
 */
public record Inspection(Image image, BaseBoundary base, Weight weight, FileTree files, Software software,
        SystemFiles system, Surface surface, Secrets secrets) {

    /** The approximate heap size in bytes. */
    public long heapSize() {
        return HeapSize.of(this);
    }

    /** A copy with another name of the image for people. */
    public Inspection withName(String name) {
        return new Inspection(this.image.withName(name), this.base, this.weight, this.files, this.software,
                this.system, this.surface, this.secrets);
    }
}

package dev.tare.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * An assembled image, as an OCI image layout in a folder.
 *
 * @param name    display name
 * @param blobs   the files of the layers, gzip, the lowest first
 * @param files   number of files
 * @param tarSize of all layers, uncompressed, in bytes
 */
record BenchImage(String name, Path folder, List<Path> blobs, int files, long tarSize) {

    BenchImage {
        blobs = List.copyOf(blobs);
    }

    /** In units of 10⁶ uncompressed bytes. */
    double megabytes() {
        return this.tarSize / 1e6;
    }
}

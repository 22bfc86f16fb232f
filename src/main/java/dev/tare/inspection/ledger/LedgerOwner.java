package dev.tare.inspection.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An owner of visible bytes within a line: a package, library, runtime, program or folder.
 *
 * @param name     of a package or library without its version; of a folder with a leading slash
 * @param versions in order; several if the image has several, and empty if none is known
 * @param size     visible bytes
 * @param compressed estimated part of the compressed size of the image; {@code null} if that is unknown
 * @param files    the number of files, hard-linked ones once; 0 for a jar in a jar
 * @param layers   indexes of the layers with these files, ascending
 */
public record LedgerOwner(String name, List<String> versions, long size, @Nullable Long compressed, long files,
        List<Integer> layers) {

    public LedgerOwner {
        versions = List.copyOf(versions);
        layers = List.copyOf(layers);
    }
}

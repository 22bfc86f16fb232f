package dev.tare.ecosystem.java.sbom;

import java.util.List;
import java.util.Set;

import dev.tare.content.FilePaths;
import dev.tare.content.Finding;

/**
 * The Maven libraries that a CycloneDX or SPDX document lists.
 *
 * @param scanned whether a scanner wrote the document from the files of an image; a scanner may guess coordinates
 */
public record BillOfMaterials(List<ListedLibrary> libraries, boolean scanned) implements Finding {

    /** Documents of large applications have some megabytes. */
    public static final int MAX_SIZE = 16 << 20;

    private static final long SMALL = 1L << 20;

    private static final long MAX_RATIO = 20;

    private static final Set<String> ENDINGS =
            Set.of(".cdx.json", ".spdx.json", "cyclonedx.json", "sbom.json", ".spdx");

    private static final String COMPRESSED = ".gz";

    public BillOfMaterials {
        libraries = List.copyOf(libraries);
    }

    /** Whether build tools write bills of materials to this path, in an image or in a jar. */
    public static boolean isPath(String path) {
        String plain = path.endsWith(COMPRESSED) ? path.substring(0, path.length() - COMPRESSED.length()) : path;
        if (!plain.endsWith(".json") && !plain.endsWith(".spdx")) {
            return false;
        }
        return ENDINGS.stream().anyMatch(plain::endsWith) || FilePaths.name(plain).equals("bom.json")
                || FilePaths.parent(plain).endsWith("META-INF/sbom");
    }

    /** The maximum number of bytes that a gzip file of this size may inflate to. */
    static long maxInflated(long size) {
        return SMALL + MAX_RATIO * size;
    }

    /** The libraries with a digest, by which a jar can be found. */
    public BillOfMaterials ofJars() {
        return new BillOfMaterials(this.libraries.stream().filter(library -> library.content() != null).toList(),
                this.scanned);
    }

    @Override
    public long length() {
        return this.libraries.stream().mapToLong(ListedLibrary::length).sum();
    }
}

package dev.tare.catalog;

/**
 * The default shares of the heap. The catalog, two requests with their inspections, and the images that they are
 * reading must fit into it together. Known layers take half of a share beside them, and reports the other half.
 */
final class HeapShare {

    /** The largest entry during a merge: one that is hidden or in its own folder. */
    private static final int BYTES_PER_ENTRY = 500;

    private static final int SHARES = 6;

    private static final long MOST = 2_000_000;

    private HeapShare() {}

    static long bytes() {
        return Runtime.getRuntime().maxMemory() / SHARES;
    }

    static long layersBytes() {
        return bytes() / 2;
    }

    /** Parts of reports that are kept. */
    static long keptReportsBytes() {
        return bytes() / 4;
    }

    /** Reports that are being built. */
    static long builtReportsBytes() {
        return bytes() / 4;
    }

    static int entries() {
        return (int) Math.min(bytes() / BYTES_PER_ENTRY, MOST);
    }
}

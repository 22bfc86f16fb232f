package dev.tare.catalog;

/**
 * The default shares of the heap. One is for the catalog. Two requests have two each: for their inspections, and for the
 * image that they are reading. The others are divided among known layers, reports, stalled requests and Tare itself.
 */
final class HeapShare {

    /** The largest entry during a merge: one that is hidden or in its own folder. */
    static final int BYTES_PER_ENTRY = 500;

    private static final int SHARES = 7;

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

    /** Requests that do not run because their senders stall. */
    static long stalledBytes() {
        return bytes() / 2;
    }

    static int entries() {
        return (int) Math.min(bytes() / BYTES_PER_ENTRY, MOST);
    }
}

package dev.tare.catalog;

/**
 * How much of the heap each of its uses may take, where nobody says it. What the catalog keeps, what two requests hold
 * and what they are just reading must fit in together, and known layers in half of a share beside them.
 */
final class HeapShare {

    /** While layers are put on top of each other, an entry that is hidden or in a folder of its own takes the most. */
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

    static int entries() {
        return (int) Math.min(bytes() / BYTES_PER_ENTRY, MOST);
    }
}

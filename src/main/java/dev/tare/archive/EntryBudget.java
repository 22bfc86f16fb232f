package dev.tare.archive;

/** Counts what one tar costs whoever lists and reads its entries, against the limits. */
final class EntryBudget {

    private final Limits limits;

    private final TarPlace place;

    private final String entriesLimit;

    private final int entriesAllowed;

    private int entries;

    private long names;

    private long content;

    EntryBudget(Limits limits, TarPlace place, String entriesLimit, int entriesAllowed) {
        this.limits = limits;
        this.place = place;
        this.entriesLimit = entriesLimit;
        this.entriesAllowed = entriesAllowed;
    }

    void takeEntry() {
        if (++this.entries > this.entriesAllowed) {
            throw this.place.exceededInTar(this.entriesLimit, this.entriesAllowed, "entries");
        }
    }

    /** Holes cost nothing in the tar, but whoever reads them gets their zeros all the same. */
    void takeContent(long size) {
        this.content += size;
        if (this.content > this.limits.layerTarSize() || this.content < 0) {
            throw this.place.exceeded("layerTarSize", this.limits.layerTarSize(), "bytes");
        }
    }

    void takePath(String path) {
        if (path.length() > this.limits.pathLength()) {
            throw this.place.exceededInTar("pathLength", this.limits.pathLength(), "characters in a path");
        }
        takeNames(path.length());
    }

    void takeNames(long size) {
        this.names += size;
        if (this.names > Limits.NAMES_SIZE) {
            throw this.place.exceededFixed("namesSize", Limits.NAMES_SIZE, "bytes of names and attributes");
        }
    }
}

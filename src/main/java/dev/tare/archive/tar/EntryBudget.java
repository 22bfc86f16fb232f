package dev.tare.archive.tar;

import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;

/** Counts what one tar costs whoever lists and reads its entries, against the limits. */
final class EntryBudget {

    private final Limits limits;

    private final TarPlace place;

    private final String entriesLimit;

    private final int entriesAllowed;

    private final long namesAllowed;

    private final ImageBudget image;

    private int entries;

    private long names;

    private long content;

    private EntryBudget(Limits limits, TarPlace place, String entriesLimit, int entriesAllowed, long namesAllowed,
            ImageBudget image) {
        this.limits = limits;
        this.place = place;
        this.entriesLimit = entriesLimit;
        this.entriesAllowed = entriesAllowed;
        this.namesAllowed = namesAllowed;
        this.image = image;
    }

    static EntryBudget ofLayer(Limits limits, TarPlace place, ImageBudget image) {
        return new EntryBudget(limits, place, "entriesPerLayer", limits.entriesPerLayer(), Limits.NAMES_SIZE,
                image);
    }

    static EntryBudget ofArchive(Limits limits, TarPlace place) {
        return new EntryBudget(limits, place, "archiveEntries", limits.archiveEntries(), Limits.ARCHIVE_NAMES_SIZE,
                new ImageBudget(limits));
    }

    Deadline deadline() {
        return this.image.deadline();
    }

    void takeEntry() {
        if (++this.entries > this.entriesAllowed) {
            throw this.place.exceededInTar(this.entriesLimit, this.entriesAllowed, "entries");
        }
    }

    /** Holes cost nothing in the tar, but whoever reads them gets their zeros all the same. */
    void takeContent(long stored, long holes) {
        this.content += stored + holes;
        if (this.content > this.limits.layerTarSize() || this.content < 0) {
            throw this.place.exceeded("layerTarSize", this.limits.layerTarSize(), "bytes");
        }
        this.image.takeHoles(holes, this.place.name());
    }

    /** To be asked before a path is decoded. */
    void checkPathLength(int bytes) {
        if (bytes > this.limits.pathLength()) {
            throw this.place.exceededInTar("pathLength", this.limits.pathLength(), "bytes in a path");
        }
    }

    void takePath(String path) {
        takeTarget(path);
        for (int start = 0; start < path.length();) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (EntryName.length(path, start, end) > Limits.NAME_LENGTH) {
                throw this.place.exceededFixedInTar("nameLength", Limits.NAME_LENGTH, "bytes in a name");
            }
            start = end + 1;
        }
    }

    /** A symbolic link may lead to what no path can be. */
    void takeTarget(String target) {
        checkPathLength(EntryName.length(target, 0, target.length()));
        takeNames(target.length());
    }

    void takeNames(long size) {
        this.names += size;
        if (this.names > this.namesAllowed) {
            throw this.place.exceededFixed("namesSize", this.namesAllowed, "bytes of names and attributes");
        }
    }
}

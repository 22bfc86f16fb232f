package dev.tare.archive.tar;

import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;

/** The cost of one tar for code that lists and reads its entries: entries, names and content. */
final class EntryBudget {

    private final TarPlace place;

    private final long pathLength;

    private final Budget entries;

    private final Budget names;

    private final Budget content;

    private final ImageBudget image;

    private EntryBudget(TarPlace place, Limits limits, Budget entries, Budget names, ImageBudget image) {
        this.place = place;
        this.pathLength = limits.get(Limit.PATH_LENGTH);
        this.entries = entries;
        this.names = names;
        this.content = new Budget(Limit.LAYER_TAR_SIZE, limits);
        this.image = image;
    }

    static EntryBudget ofLayer(Limits limits, TarPlace place, ImageBudget image) {
        return new EntryBudget(place, limits, new Budget(Limit.ENTRIES_PER_LAYER, limits),
                new Budget(Limit.NAMES_SIZE), image);
    }

    static EntryBudget ofArchive(Limits limits, TarPlace place, Deadline deadline) {
        return new EntryBudget(place, limits, new Budget(Limit.ARCHIVE_ENTRIES, limits),
                new Budget(Limit.ARCHIVE_NAMES_SIZE), new ImageBudget(limits, deadline));
    }

    Deadline deadline() {
        return this.image.deadline();
    }

    void takeEntry() {
        this.entries.take(1, this.place.tar());
    }

    /** Takes the content of a file. Its holes cost nothing in the tar, but readers get them as zeros. */
    void takeContent(long stored, long holes) {
        this.content.take(stored + holes, this.place.name());
        this.image.takeHoles(holes, this.place.name());
    }

    /** Checks the length of a path before it is decoded. */
    void checkPathLength(int bytes) {
        if (bytes > this.pathLength) {
            throw new LimitExceededException(Limit.PATH_LENGTH, this.pathLength, this.place.tar());
        }
    }

    void takePath(String path) {
        takeTarget(path);
        for (int start = 0; start < path.length();) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (EntryName.length(path, start, end) > Limit.NAME_LENGTH.value()) {
                throw new LimitExceededException(Limit.NAME_LENGTH, Limit.NAME_LENGTH.value(), this.place.tar());
            }
            start = end + 1;
        }
    }

    /** Takes the target of a symbolic link, which may be no valid path. */
    void takeTarget(String target) {
        checkPathLength(EntryName.length(target, 0, target.length()));
        takeNames(target.length());
    }

    void takeNames(long size) {
        this.names.take(size, this.place.name());
    }
}

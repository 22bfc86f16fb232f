package dev.tare.archive.tar;

import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;

/**
 * The limits of one tar: counts its entries, their names and their content, and checks the length of each path. A layer
 * and the archive around the layers have different limits for entries and names. Holes of sparse files count for the
 * image too.
 */
final class TarLimits {

    /** The ratio of holes does not matter below this many bytes. The usual sparse file is a log of logins of 19 MB. */
    private static final long HOLES_FROM = 128L << 20;

    private final TarErrorContext place;

    private final long pathLength;

    private final Budget entries;

    private final Budget names;

    private final Budget content;

    private final ImageBudget image;

    private long holes;

    private TarLimits(TarErrorContext place, Limits limits, Budget entries, Budget names, ImageBudget image) {
        this.place = place;
        this.pathLength = limits.get(Limit.PATH_LENGTH);
        this.entries = entries;
        this.names = names;
        this.content = new Budget(Limit.LAYER_TAR_SIZE, limits);
        this.image = image;
    }

    /** @param image the layer's part of its image's budget */
    static TarLimits ofLayer(Limits limits, TarErrorContext place, ImageBudget image) {
        return new TarLimits(place, limits, new Budget(Limit.ENTRIES_PER_LAYER, limits),
                new Budget(Limit.NAMES_SIZE), image);
    }

    /** The limits of the tar around the layers. It shares only the time with the layers. */
    static TarLimits ofArchive(Limits limits, TarErrorContext place, Deadline deadline) {
        return new TarLimits(place, limits, new Budget(Limit.ARCHIVE_ENTRIES, limits),
                new Budget(Limit.ARCHIVE_NAMES_SIZE), new ImageBudget(limits, deadline));
    }

    /** The end of the time to read the image. */
    Deadline deadline() {
        return this.image.deadline();
    }

    /** Counts an entry, or a header that costs as much as one. */
    void takeEntry() {
        this.entries.take(1, this.place.tar());
    }

    /**
     * Counts the content of a file. The tar does not store its holes, but readers get them as zeros.
     *
     * @param stored bytes of the file in the tar
     * @param sparse bytes of its holes
     * @param before bytes of the tar before the content
     */
    void takeContent(long stored, long sparse, long before) {
        this.content.take(stored + sparse, this.place.name());
        this.image.takeHoles(sparse, this.place.name());
        this.holes += sparse;
        if (this.holes > HOLES_FROM + Limit.HOLES_RATIO.value() * (before + stored)) {
            throw new LimitExceededException(Limit.HOLES_RATIO, Limit.HOLES_RATIO.value(), this.place.name());
        }
    }

    /** Checks the length of a path before it is decoded. */
    void checkPathLength(int bytes) {
        if (bytes > this.pathLength) {
            throw new LimitExceededException(Limit.PATH_LENGTH, this.pathLength, this.place.tar());
        }
    }

    /** Checks the path of an entry or hard link and each name in it, and counts its length. */
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

    /** Checks and counts the target of a symbolic link, whose names may be of any length. */
    void takeTarget(String target) {
        checkPathLength(EntryName.length(target, 0, target.length()));
        takeNames(target.length());
    }

    /** Counts characters of names, or bytes of extended attributes. */
    void takeNames(long size) {
        this.names.take(size, this.place.name());
    }
}

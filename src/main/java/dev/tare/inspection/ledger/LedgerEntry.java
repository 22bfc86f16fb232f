package dev.tare.inspection.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * An entry in the short list of a ledger.
 *
 * @param size       visible bytes
 * @param compressed estimated part of the compressed size of the image; {@code null} if that is unknown
 */
public record LedgerEntry(String title, long size, @Nullable Long compressed) {

    /** A library has its own entry if it has this part of all bytes. */
    private static final int PART = 16;

    static List<LedgerEntry> of(Ledger ledger) {
        Map<String, LedgerEntry> entries = new TreeMap<>();
        for (LedgerLine line : ledger.lines()) {
            for (LedgerOwner owner : line.owners()) {
                boolean alone = owner.size() >= ledger.sizes().visible() / PART;
                String title = titleOf(line.chapter(), line.name(), owner.name(), alone);
                entries.merge(title, new LedgerEntry(title, owner.size(), owner.compressed()), LedgerEntry::plus);
            }
        }
        return entries.values()
                .stream()
                .sorted(Comparator.comparingLong(LedgerEntry::size).reversed().thenComparing(LedgerEntry::title))
                .toList();
    }

    private LedgerEntry plus(LedgerEntry other) {
        return new LedgerEntry(this.title, this.size + other.size,
                this.compressed == null || other.compressed == null ? null : this.compressed + other.compressed);
    }

    /**
     * The title of the entry with an owner. Topics and the Java runtime have one entry each, all other lines their own.
     *
     * @param alone whether a library has its own entry
     */
    public static String titleOf(Chapter chapter, String line, String owner, boolean alone) {
        return alone && chapter == Chapter.LIBRARIES ? line + ": " + owner : chapter.entryOf(line);
    }
}

package dev.tare.inspection.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry in the short list of a ledger.
 *
 * @param size visible bytes
 */
public record LedgerEntry(String title, long size) {

    /** A library has its own entry if it has this part of all bytes. */
    private static final int PART = 16;

    static List<LedgerEntry> of(Ledger ledger) {
        Map<String, Long> sizes = new TreeMap<>();
        for (LedgerLine line : ledger.lines()) {
            for (LedgerOwner owner : line.owners()) {
                boolean alone = owner.size() >= ledger.sizes().visible() / PART;
                sizes.merge(titleOf(line.chapter(), line.name(), owner.name(), alone), owner.size(), Long::sum);
            }
        }
        List<LedgerEntry> entries = new ArrayList<>();
        sizes.forEach((title, size) -> entries.add(new LedgerEntry(title, size)));
        entries.sort(Comparator.comparingLong(LedgerEntry::size).reversed().thenComparing(LedgerEntry::title));
        return entries;
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

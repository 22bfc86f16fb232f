package dev.tare.comparison.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.inspection.Sizes;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.inspection.ledger.LedgerEntry;
import dev.tare.inspection.ledger.LedgerLine;
import dev.tare.inspection.ledger.LedgerOwner;
import org.jspecify.annotations.Nullable;

/**
 * The difference between the ledgers of two images. Lines match by their names and not by paths, so content that only
 * moved makes no difference. The growth of all lines is that of the visible size.
 *
 * @param from      sizes of the first image
 * @param to        sizes of the second image
 * @param fromWaste the part of wasted bytes in the compressed size of the first image; {@code null} if that is unknown
 * @param toWaste   the same of the second image
 * @param lines     all lines of both images, the largest changes first
 */
public record LedgerDifference(Sizes from, Sizes to, @Nullable Long fromWaste, @Nullable Long toWaste,
        List<LineChange> lines) {

    /** The entry for the files of lower layers that no container sees. */
    public static final String WASTED = "Wasted: replaced or deleted by later layers";

    public LedgerDifference {
        lines = List.copyOf(lines);
        long growth = lines.stream().mapToLong(LineChange::growth).sum();
        if (growth != to.visible() - from.visible()) {
            throw new IllegalArgumentException("The lines grow by " + growth + " bytes, but the visible size by "
                    + (to.visible() - from.visible()));
        }
    }

    public static LedgerDifference between(Ledger from, Ledger to) {
        Map<Key, LedgerLine> before = byName(from);
        Map<Key, LedgerLine> after = byName(to);
        List<LineChange> lines = new ArrayList<>();
        before.forEach((key, line) -> lines.add(change(line, line, after.get(key))));
        after.forEach((key, line) -> {
            if (!before.containsKey(key)) {
                lines.add(change(line, null, line));
            }
        });
        lines.sort(Comparator.comparingLong((LineChange line) -> -Math.abs(line.growth()))
                .thenComparing(Comparator.comparingLong(LineChange::before).reversed())
                .thenComparing(LineChange::chapter)
                .thenComparing(LineChange::name));
        return new LedgerDifference(from.sizes(), to.sizes(), from.compressedWaste(), to.compressedWaste(), lines);
    }

    /**
     * A short list of the changes, the largest first. Each library that changed has its own entry. The growth of all entries
     * is that of the uncompressed size.
     */
    public List<EntryChange> entries() {
        Map<String, EntryChange> entries = new TreeMap<>();
        for (LineChange line : this.lines) {
            for (OwnerChange owner : line.owners()) {
                add(entries, new EntryChange(
                        LedgerEntry.titleOf(line.chapter(), line.name(), owner.name(), owner.growth() != 0),
                        owner.before(), owner.after(), compressed(this.from, owner.from()),
                        compressed(this.to, owner.to())));
            }
        }
        add(entries, new EntryChange(WASTED, this.from.wasted(), this.to.wasted(), this.fromWaste, this.toWaste));
        return entries.values()
                .stream()
                .filter(entry -> entry.growth() != 0)
                .sorted(Comparator.comparingLong((EntryChange entry) -> -Math.abs(entry.growth()))
                        .thenComparing(EntryChange::title))
                .toList();
    }

    /**
     * The part of all bytes gained or lost that the first entries explain, from 0 to 1.
     *
     * @param most the number of these entries
     */
    public double share(int most) {
        List<EntryChange> entries = entries();
        long all = entries.stream().mapToLong(entry -> Math.abs(entry.growth())).sum();
        long first = entries.stream().limit(most).mapToLong(entry -> Math.abs(entry.growth())).sum();
        return all == 0 ? 1 : (double) first / all;
    }

    /** The estimated part of an owner in the compressed size, or {@code null} if that is unknown. */
    private static @Nullable Long compressed(Sizes image, @Nullable LedgerOwner owner) {
        return image.compressed() == null ? null : owner == null ? Long.valueOf(0) : owner.compressed();
    }

    private static void add(Map<String, EntryChange> entries, EntryChange entry) {
        entries.merge(entry.title(), entry, EntryChange::plus);
    }

    private static Map<Key, LedgerLine> byName(Ledger ledger) {
        Map<Key, LedgerLine> lines = new LinkedHashMap<>();
        ledger.lines().forEach(line -> lines.put(new Key(line.chapter(), line.name()), line));
        return lines;
    }

    private static LineChange change(LedgerLine line, @Nullable LedgerLine before, @Nullable LedgerLine after) {
        Map<String, OwnerChange> owners = new TreeMap<>();
        owners(before).forEach(owner -> owners.put(owner.name(), new OwnerChange(owner.name(), owner, null)));
        owners(after).forEach(owner -> owners.compute(owner.name(), (name, known) -> new OwnerChange(name,
                known == null ? null : known.from(), owner)));
        return new LineChange(line.chapter(), line.name(), line.explanation(), owners.values()
                .stream()
                .sorted(Comparator.comparingLong((OwnerChange owner) -> -Math.abs(owner.growth()))
                        .thenComparing(OwnerChange::name))
                .toList());
    }

    private static List<LedgerOwner> owners(@Nullable LedgerLine line) {
        return line == null ? List.of() : line.owners();
    }

    private record Key(Chapter chapter, String name) {}
}

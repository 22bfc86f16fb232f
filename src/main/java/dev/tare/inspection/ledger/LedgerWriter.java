package dev.tare.inspection.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tare.filetree.FileTree;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/** Adds up the bytes of each owner in one pass over the files. */
final class LedgerWriter {

    /** Far more than images have. Owners beyond it are the first folders of their files, and at last the root. */
    private static final int MAX_OWNERS = 50_000;

    private static final int MAX_VERSIONS = 10;

    private final Inspection inspection;

    private final FileTree files;

    private final Map<Key, Sum> owners = new LinkedHashMap<>();

    LedgerWriter(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
    }

    Ledger write() {
        Rules rules = new Rules(this.inspection);
        for (int index = 0; index < this.files.size(); index++) {
            if (this.files.holdsBytes(index)) {
                List<Rules.Share> shares = rules.sharesOf(index);
                sumOf(shares.getFirst().owner(), index).files++;
                for (Rules.Share share : shares) {
                    add(share, index);
                }
            }
        }
        Long waste = compress();
        return new Ledger(this.inspection.weight().sizes(), waste, lines(waste != null));
    }

    private void add(Rules.Share share, int index) {
        Ownership ownership = share.owner();
        Sum sum = sumOf(ownership, index);
        sum.size += share.bytes();
        sum.layers.merge(this.files.layer(index), share.bytes(), Long::sum);
        if (ownership.version() != null && sum.versions.size() < MAX_VERSIONS) {
            sum.versions.add(ownership.version());
        }
    }

    private Sum sumOf(Ownership ownership, int index) {
        Key key = new Key(ownership.chapter(), ownership.line(), ownership.owner());
        Sum sum = this.owners.get(key);
        if (sum != null) {
            return sum;
        }
        if (this.owners.size() >= MAX_OWNERS) {
            String top = this.owners.size() >= 2 * MAX_OWNERS ? Folders.ROOT : Folders.top(this.files.path(index));
            key = new Key(Chapter.FOLDERS, top, top);
        }
        return this.owners.computeIfAbsent(key, absent -> new Sum());
    }

    /** Divides the compressed bytes, and returns the part of the waste, or {@code null} if the compressed size is unknown. */
    private @Nullable Long compress() {
        if (this.inspection.weight().sizes().compressed() == null) {
            return null;
        }
        CompressedBytes<Sum> compressed = new CompressedBytes<>(this.inspection.weight().layers());
        this.owners.values().forEach(sum -> sum.layers.forEach((layer, bytes) -> compressed.add(sum, layer, bytes)));
        return compressed.divide((sum, part) -> sum.compressed += part);
    }

    private List<LedgerLine> lines(boolean compressed) {
        Map<Key, List<LedgerOwner>> lines = new HashMap<>();
        this.owners.forEach((key, sum) -> lines
                .computeIfAbsent(new Key(key.chapter, key.line, ""), absent -> new ArrayList<>())
                .add(sum.ownerOf(key, compressed)));
        return lines.entrySet()
                .stream()
                .map(line -> line(line.getKey(), line.getValue()))
                .sorted(Comparator.comparingLong(LedgerLine::size)
                        .reversed()
                        .thenComparing(LedgerLine::chapter)
                        .thenComparing(LedgerLine::name))
                .toList();
    }

    private static LedgerLine line(Key key, List<LedgerOwner> owners) {
        owners.sort(Comparator.comparingLong(LedgerOwner::size).reversed().thenComparing(LedgerOwner::name));
        return new LedgerLine(key.chapter, key.line,
                key.chapter == Chapter.OS_PACKAGES ? Purposes.explanationOf(key.line) : null, owners);
    }

    private record Key(Chapter chapter, String line, String owner) {}

    private static final class Sum {

        private final TreeSet<String> versions = new TreeSet<>();

        /** The bytes in each layer. */
        private final TreeMap<Integer, Long> layers = new TreeMap<>();

        private long size;

        private long compressed;

        private long files;

        private LedgerOwner ownerOf(Key key, boolean known) {
            return new LedgerOwner(key.owner, List.copyOf(this.versions), this.size, known ? this.compressed : null,
                    this.files, List.copyOf(this.layers.keySet()));
        }
    }
}

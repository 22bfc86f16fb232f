package dev.tare.filetree.layer;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.tar.TarEntry;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.Inode;
import dev.tare.image.Digest;
import dev.tare.limits.Budget;
import org.jspecify.annotations.Nullable;

/**
 * The entries and findings of one layer, from one pass over its tar.
 *
 * @param name      the name of the layer in its source
 * @param entries   in the order of the tar
 * @param whiteouts in the order of the tar
 * @param cost      its part of the limit {@code image-entries}, in ordinary entries
 */
public record LayerScan(String name, ScannedEntries entries, List<Whiteout> whiteouts, long cost) {

    public LayerScan {
        whiteouts = List.copyOf(whiteouts);
    }

    /** The same layer with another name. */
    public LayerScan withName(String name) {
        return new LayerScan(name, this.entries, this.whiteouts, this.cost);
    }

    public int entryCount() {
        return this.entries.size() + this.whiteouts.size();
    }

    /** The bytes of all files in the tar, visible or not. */
    public long uncompressedSize() {
        return this.entries.uncompressedSize() + this.whiteouts.stream().mapToLong(Whiteout::size).sum();
    }

    /** Builds a scan entry by entry, in the order of the tar. */
    public static final class Builder {

        private final String name;

        private final Budget budget;

        private final SharedAttributes attributes;

        private final ScannedEntries entries = new ScannedEntries();

        private final List<Whiteout> whiteouts = new ArrayList<>();

        /**
         * Begins a scan without entries.
         *
         * @param name   the name of the layer in its source
         * @param budget the layer's part of the limit {@code image-entries}
         */
        public Builder(String name, Budget budget) {
            this.name = name;
            this.budget = budget;
            this.attributes = new SharedAttributes(budget);
        }

        /** Adds an entry if it is a whiteout, and returns whether it is. Takes the entry from the budget either way. */
        public boolean addWhiteout(TarEntry entry) {
            this.budget.take(EntryCost.of(entry));
            Whiteout whiteout = Whiteout.of(this.name, entry, this.entries.size());
            if (whiteout == null) {
                return false;
            }
            this.whiteouts.add(whiteout);
            return true;
        }

        /**
         * Adds an entry that is not a whiteout.
         *
         * @param content the digest of a file's content; {@code null} for everything but files
         */
        public void add(TarEntry entry, @Nullable Digest content, ContentFindings found) {
            this.entries.add(entry.path(), Inode.of(entry, this.attributes.of(entry), content), found);
        }

        /** The scan of all entries. Its cost is the amount taken from the budget. */
        public LayerScan build() {
            return new LayerScan(this.name, this.entries, this.whiteouts, this.budget.used());
        }
    }
}

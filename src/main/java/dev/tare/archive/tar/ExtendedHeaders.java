package dev.tare.archive.tar;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * The headers before an entry, for names and numbers that do not fit into its own header. They apply as in Go's {@code
 * archive/tar}, which container engines use. The last header of a kind counts. Headers before a global PAX header do
 * not count, and engines ignore the global header as an entry.
 *
 * @see <a href="https://github.com/golang/go/blob/go1.25.0/src/archive/tar/reader.go">Go, archive/tar/reader.go</a>
 */
final class ExtendedHeaders {

    private final TarInput in;

    private final TarErrorContext place;

    private final TarLimits limits;

    private PaxRecords pax = PaxRecords.NONE;

    private @Nullable String longName;

    private @Nullable String longLink;

    private final Set<Character> pending = new HashSet<>();

    ExtendedHeaders(TarInput in, TarErrorContext place, TarLimits limits) {
        this.in = in;
        this.place = place;
        this.limits = limits;
    }

    /** Reads the header if it is an extended one. */
    boolean take(TarHeader header) throws IOException {
        switch (header.type()) {
            case 'x', 'L', 'K' -> takeForEntry(header);
            case 'g' -> {
                this.limits.takeEntry();
                PaxRecords.parse(content(header), this.place);
                forget();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeForEntry(TarHeader header) throws IOException {
        if (!this.pending.add(header.type())) {
            this.limits.takeEntry();
        }
        switch (header.type()) {
            case 'x' -> this.pax = PaxRecords.parse(content(header), this.place);
            case 'L' -> this.longName = text(content(header));
            default -> this.longLink = text(content(header));
        }
    }

    private void forget() {
        this.pax = PaxRecords.NONE;
        this.longName = null;
        this.longLink = null;
        this.pending.clear();
    }

    /** Whether an entry must follow. */
    boolean isPending() {
        return !this.pending.isEmpty();
    }

    PaxRecords pax() {
        return this.pax;
    }

    String path(TarHeader header) {
        boolean sparse = !header.isOldSparse() && SparseMapReader.isSparse(this.pax);
        return firstOf(sparse ? paxName("GNU.sparse.name") : null, this.longName, paxName("path"), header.name());
    }

    String link(TarHeader header) {
        return firstOf(this.longLink, paxName("linkpath"), header.linkName());
    }

    private @Nullable String paxName(String key) {
        this.limits.checkPathLength(this.pax.length(key));
        return this.pax.name(key, this.place);
    }

    private byte[] content(TarHeader header) throws IOException {
        long size = header.size();
        if (size < 0) {
            throw this.place.malformed("an extended header has a negative size");
        }
        if (size > Limit.EXTENDED_HEADER_SIZE.value()) {
            throw new LimitExceededException(Limit.EXTENDED_HEADER_SIZE, Limit.EXTENDED_HEADER_SIZE.value(),
                    this.place.name());
        }
        byte[] content = this.in.readFully((int) size);
        this.in.skipPadding(-size & (TarHeader.BLOCK - 1));
        return content;
    }

    private String text(byte[] bytes) {
        int end = EntryName.endOf(bytes, 0, bytes.length);
        this.limits.checkPathLength(end);
        return EntryName.decode(bytes, 0, end);
    }

    private static String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}

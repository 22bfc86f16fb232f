package dev.tare.ecosystem.rust;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;

import dev.tare.content.Finding;
import dev.tare.content.StreamCollector.Observation;
import dev.tare.ecosystem.NamedPackages;
import org.jspecify.annotations.Nullable;

/**
 * Searches an ELF file for the list of crates of cargo-auditable while the file streams by. The list is a JSON document,
 * compressed as zlib, and the whole content of the section {@code .dep-v0}, which programs do not load. The headers of
 * the sections are at the end of the file, so this search looks for zlib with the beginning of the document. The document
 * counts if a section begins there.
 *
 * @see <a href="https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md">Parsing the data embedded by
 *      cargo auditable</a>
 */
final class CrateSearch implements Observation {

    /** The maximum number of lists to keep until the headers of the sections show which one is a section. */
    private static final int MAX_LISTS = 4;

    /** The cost at which the search ends, besides the cost that the size of the file allows. A place costs 1. */
    private static final int MAX_COST = 20_000;

    /** The bytes of the file for which a cost of 1 is allowed. */
    private static final int BYTES_PER_COST = 64;

    /** The cost of a place that is inflated. */
    private static final int INFLATION_COST = 100;

    private static final long NONE = -1;

    /** The first bytes of the file. */
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(0);

    private @Nullable ElfLayout layout;

    private boolean ended;

    /** The offset in the file of the next bytes to process. */
    private long at;

    private final ByteArrayOutputStream sections = new ByteArrayOutputStream(0);

    /** The bytes from a place that begins like zlib; empty during the search. */
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);

    private long contentAt;

    /** One for all places, because a new one takes longer than its use. */
    private @Nullable Inflater inflater;

    private int needed;

    private long cost;

    /** The first offset that was not searched. */
    private long unsearched = NONE;

    /** The compressed bytes of each list, by its offset. */
    private final Map<Long, byte[]> lists = new LinkedHashMap<>();

    @Override
    public void update(byte[] bytes, int offset, int length) {
        if (this.ended) {
            return;
        }
        ElfLayout known = this.layout;
        if (known == null) {
            int count = Math.min(length, ElfLayout.HEAD_SIZE - this.head.size());
            this.head.write(bytes, offset, count);
            if (this.head.size() == ElfLayout.HEAD_SIZE) {
                begin();
                update(bytes, offset + count, length - count);
            }
        } else {
            process(known, bytes, offset, length);
        }
    }

    private void begin() {
        byte[] first = this.head.toByteArray();
        ElfLayout found = ElfLayout.of(first);
        this.layout = found;
        this.ended = found == null;
        if (found != null) {
            process(found, first, 0, first.length);
        }
    }

    private void process(ElfLayout elf, byte[] bytes, int offset, int length) {
        long base = this.at - offset;
        this.at += length;
        int from = index(elf.start() - base, offset, length);
        int end = index(elf.sections() - base, offset, length);
        search(bytes, from, end, base);
        int endOfHeaders = index(elf.sections() + elf.headersLength() - base, offset, length);
        this.sections.write(bytes, end, endOfHeaders - end);
    }

    private static int index(long index, int offset, int length) {
        return Math.clamp(index, offset, offset + length);
    }

    /** @param base the offset in the file of the index 0 */
    private void search(byte[] bytes, int from, int end, long base) {
        int next = from;
        while (next < end && this.unsearched == NONE) {
            if (this.content.size() > 0) {
                int count = Math.min(end - next, this.needed - this.content.size());
                this.content.write(bytes, next, count);
                next += count;
                if (this.content.size() == this.needed) {
                    read(this.content.toByteArray());
                }
            } else {
                next = nextPlace(bytes, next, end);
                if (next < end) {
                    take(bytes, next, base + next);
                    next++;
                }
            }
        }
    }

    /** A separate loop, because it sees each byte. */
    private static int nextPlace(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !ZlibStart.isAt(bytes, at, end)) {
            at++;
        }
        return at;
    }

    private void take(byte[] bytes, int index, long place) {
        if (this.cost > MAX_COST + place / BYTES_PER_COST || this.lists.size() == MAX_LISTS) {
            this.unsearched = place;
        } else {
            this.cost++;
            this.contentAt = place;
            this.content.write(bytes, index, 1);
            this.needed = ZlibStart.SIZE;
        }
    }

    private void read(byte[] there) {
        if (this.needed == ZlibStart.SIZE && isList(there)) {
            this.needed = CrateList.MAX_SIZE;
        } else {
            if (this.needed == CrateList.MAX_SIZE) {
                this.lists.put(this.contentAt, there);
            }
            searchOn(there);
        }
    }

    private boolean isList(byte[] there) {
        if (!ZlibStart.mayBeDocument(there)) {
            return false;
        }
        this.cost += INFLATION_COST;
        if (this.inflater == null) {
            this.inflater = new Inflater();
        }
        return ZlibStart.isDocument(there, this.inflater);
    }

    /** Searches the bytes after the first of those that began like zlib. */
    private void searchOn(byte[] there) {
        this.content.reset();
        search(there, 1, there.length, this.contentAt);
    }

    @Override
    public @Nullable Finding finish() {
        if (this.layout == null && !this.ended) {
            begin();
        }
        while (this.content.size() > 0) {
            byte[] there = this.content.toByteArray();
            if (this.needed == CrateList.MAX_SIZE || isList(there)) {
                this.lists.put(this.contentAt, there);
            }
            searchOn(there);
        }
        if (this.inflater != null) {
            this.inflater.end();
        }
        return this.layout == null ? null : found(this.layout);
    }

    /**
     * A list that can be read takes precedence over another section that begins like one. All lists share one budget.
     */
    private @Nullable Finding found(ElfLayout elf) {
        byte[] headers = this.sections.toByteArray();
        Finding found = this.unsearched != NONE && elf.hasSectionFrom(this.unsearched, headers)
                ? NamedPackages.notRead("too many other places in the file look like it")
                : null;
        List<byte[]> confirmed = this.lists.entrySet()
                .stream()
                .filter(list -> elf.hasSectionAt(list.getKey(), headers))
                .map(Map.Entry::getValue)
                .toList();
        long budget = CrateList.budget(this.at) / Math.max(1, confirmed.size());
        for (byte[] list : confirmed) {
            Finding read = CrateList.read(list, budget);
            if (read instanceof NamedPackages) {
                return read;
            }
            found = found == null ? read : found;
        }
        return found;
    }
}

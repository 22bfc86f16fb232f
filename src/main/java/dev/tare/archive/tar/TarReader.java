package dev.tare.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar entry by entry as it streams by: ustar, PAX, GNU and the older formats. Sparse files are expanded. It
 * accepts exactly the entries that container engines accept, and rejects the others.
 * <p>
 * Two blocks of zeros end a tar. So does the end of the stream at a block boundary, because engines accept that too.
 * The bytes after the end stay in the stream.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md">OCI image specification, layer
 *      file system changeset</a>
 */
public final class TarReader {

    private final TarErrorContext place;

    private final TarInput in;

    private final TarLimits limits;

    private EntryContent stored;

    private InputStream content;

    private long offset;

    private TarReader(TarInput in, TarErrorContext place, TarLimits limits, EntryContent stored) {
        this.in = in;
        this.place = place;
        this.limits = limits;
        this.stored = stored;
        this.content = stored;
    }

    /**
     * Reads a layer's tar.
     *
     * @param name   the name of the tar for errors
     * @param budget of the layer, which pays for holes of sparse files
     */
    public static TarReader ofLayer(InputStream in, String name, Limits limits, ImageBudget budget) {
        TarErrorContext place = new TarErrorContext(name);
        return of(in, place, TarLimits.ofLayer(limits, place, budget));
    }

    /**
     * Reads the tar of an archive, which may have far fewer entries.
     *
     * @param name     the name of the tar for errors
     * @param deadline the end of the time to read the image
     */
    public static TarReader ofArchive(InputStream in, String name, Limits limits, Deadline deadline) {
        TarErrorContext place = new TarErrorContext(name);
        return of(in, place, TarLimits.ofArchive(limits, place, deadline));
    }

    private static TarReader of(InputStream in, TarErrorContext place, TarLimits limits) {
        TarInput input = new TarInput(in, place);
        return new TarReader(input, place, limits, new EntryContent(input, 0));
    }

    /**
     * Whether a tar may begin like this: with a header, with a block of zeros, or with its end.
     *
     * @param head the first 512 bytes, or fewer if there are no more
     */
    public static boolean isStart(byte[] head) {
        return TarHeader.isPlausible(head);
    }

    /**
     * Moves to the next entry, past the unread bytes of the current one.
     *
     * @return {@code null} at the end of the tar
     * @throws InvalidTarException    if this is not a tar, or it is damaged or truncated
     * @throws PathEscapesException   if the entry's path climbs out of the root
     * @throws LimitExceededException if the tar exceeds a limit
     */
    public @Nullable TarEntry next() throws IOException {
        this.stored.skipRest();
        this.stored = new EntryContent(this.in, 0);
        this.content = this.stored;
        this.offset = this.in.position();
        ExtendedHeaders extended = new ExtendedHeaders(this.in, this.place, this.limits);
        TarHeader header = nextHeader();
        while (header != null && extended.take(header)) {
            header = nextHeader();
        }
        if (header == null && extended.isPending()) {
            throw this.place.truncated();
        }
        return header == null ? null : entry(header, extended);
    }

    /**
     * The content of the current entry, empty unless it is a file. Valid until {@link #next()}. It need not be closed.
     */
    public InputStream content() {
        return this.content;
    }

    /** The offset of the current entry's first header in the stream. A reader that starts there finds the entry. */
    public long offset() {
        return this.offset;
    }

    private @Nullable TarHeader nextHeader() throws IOException {
        byte[] block = this.in.block();
        if (block == null) {
            return null;
        }
        if (!TarInput.isZero(block)) {
            return TarHeader.of(block, this.place);
        }
        byte[] second = this.in.block();
        if (second != null && !TarInput.isZero(second)) {
            throw this.place.malformed("a single block of zeros is between two entries");
        }
        return null;
    }

    private TarEntry entry(TarHeader header, ExtendedHeaders extended) throws IOException {
        this.limits.takeEntry();
        String written = extended.path(header);
        this.limits.takePath(written);
        this.place.enter(written);
        String path = this.place.normalize(written);
        EntryType type = type(header, written);
        if (path.isEmpty() && type != EntryType.DIRECTORY) {
            throw this.place.malformed("an entry has no name");
        }
        long size = type == EntryType.FILE ? openContent(header, extended.pax()) : 0;
        return new TarEntry(path, type, size, header.mode(), number(extended, "uid", header.uid()),
                number(extended, "gid", header.gid()), modified(header, extended), link(type, header, extended),
                xattrs(extended), device(type, header));
    }

    private EntryType type(TarHeader header, String path) {
        return switch (header.type()) {
            case '\0' -> path.endsWith("/") ? EntryType.DIRECTORY : EntryType.FILE;
            case '0', '7', 'S' -> EntryType.FILE;
            case '1' -> EntryType.HARD_LINK;
            case '2' -> EntryType.SYMBOLIC_LINK;
            case '3' -> EntryType.CHARACTER_DEVICE;
            case '4' -> EntryType.BLOCK_DEVICE;
            case '5' -> EntryType.DIRECTORY;
            case '6' -> EntryType.FIFO;
            default -> throw this.place.malformed("it has the type '" + header.type()
                    + "', which no container engine extracts");
        };
    }

    private long openContent(TarHeader header, PaxRecords pax) throws IOException {
        long size = pax.numberOr("size", header.size(), this.place);
        if (size < 0) {
            throw this.place.malformed("its size is negative");
        }
        SparseMap map = header.isOldSparse() ? new SparseMapReader(this.place).readOldGnu(header, this.in) : null;
        this.stored = new EntryContent(this.in, size);
        map = map == null ? new SparseMapReader(this.place).readPax(pax, this.stored) : map;
        this.content = map == null ? this.stored
                : new SparseContent(this.stored, map.verify(this.stored.remaining(), this.place),
                        this.limits.deadline());
        long expanded = map == null ? size : map.size();
        this.limits.takeContent(this.stored.remaining(), expanded - this.stored.remaining(), this.in.position());
        return expanded;
    }

    private @Nullable String link(EntryType type, TarHeader header, ExtendedHeaders extended) {
        if (type != EntryType.HARD_LINK && type != EntryType.SYMBOLIC_LINK) {
            return null;
        }
        String target = extended.link(header);
        if (type == EntryType.SYMBOLIC_LINK) {
            this.limits.takeTarget(target);
            return target;
        }
        this.limits.takePath(target);
        return this.place.normalize(target);
    }

    private static @Nullable DeviceNumber device(EntryType type, TarHeader header) {
        return type == EntryType.CHARACTER_DEVICE || type == EntryType.BLOCK_DEVICE ? header.device() : null;
    }

    private long number(ExtendedHeaders extended, String key, long otherwise) {
        return extended.pax().numberOr(key, otherwise, this.place);
    }

    private Instant modified(TarHeader header, ExtendedHeaders extended) {
        Instant modified = extended.pax().modified(this.place);
        try {
            return modified == null ? Instant.ofEpochSecond(header.modified()) : modified;
        } catch (DateTimeException ex) {
            throw this.place.malformed("its time is out of range");
        }
    }

    private Map<String, byte[]> xattrs(ExtendedHeaders extended) {
        Map<String, byte[]> xattrs = extended.pax().xattrs();
        xattrs.forEach((key, value) -> this.limits.takeNames(key.length() + (long) value.length));
        return xattrs;
    }
}

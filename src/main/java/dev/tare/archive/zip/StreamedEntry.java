package dev.tare.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/** An entry of a zip that streams by. Its content can be read once, until the next entry begins. */
public final class StreamedEntry implements AutoCloseable {

    private static final int BUFFER_SIZE = 1 << 16;

    private final ZipInput zip;

    private final LocalHeader header;

    private final LongConsumer skipped;

    /** Whether only the end of the deflated data shows where the entry ends. */
    private final boolean endless;

    /** Stored bytes that were not read yet. */
    private long left;

    private @Nullable Inflation inflation;

    private @Nullable ListedEntry finished;

    /**
     * @param zip     positioned at the content
     * @param skipped receives the count of bytes that were inflated only to find the entry's end
     */
    StreamedEntry(ZipInput zip, LocalHeader header, LongConsumer skipped) {
        this.zip = zip;
        this.header = header;
        this.skipped = skipped;
        this.endless = header.described() && isDeflated();
        this.left = this.endless ? Long.MAX_VALUE : header.entry().compressedSize();
        if (this.left < 0) {
            throw new UnreadableZipException("a part is outside of the file");
        }
        if (this.endless && header.encrypted()) {
            throw new UnreadableZipException("an entry is encrypted");
        }
    }

    public String name() {
        return this.header.entry().name();
    }

    /**
     * An upper bound for the size of the content, not above {@code max}.
     *
     * @throws UnreadableZipException if the stated size is above {@code max}
     */
    public long sizeBound(long max) {
        if (this.endless) {
            return max;
        }
        this.header.entry().check(max);
        return isDeflated() ? max : this.header.entry().compressedSize();
    }

    /**
     * The content. Reading throws {@link UnreadableZipException} if the entry is damaged or has more than {@code max}
     * bytes.
     *
     * @param read receives the count of bytes of each read
     */
    public InputStream content(long max, LongConsumer read) {
        return new Content(this, max, read);
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return isDeflated() ? inflate(bytes, offset, length) : copy(bytes, offset, length);
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        Inflation inflation = inflation();
        int count = inflation.read(bytes, offset, length);
        while (count == 0) {
            inflation.feed(take(Long.MAX_VALUE));
            count = inflation.read(bytes, offset, length);
        }
        return count;
    }

    private int copy(byte[] bytes, int offset, int length) throws IOException {
        if (this.left == 0) {
            return -1;
        }
        ByteBuffer stored = take(length);
        int count = stored.remaining();
        stored.get(bytes, offset, count);
        return count;
    }

    private ByteBuffer take(long most) throws IOException {
        if (this.left == 0) {
            throw new UnreadableZipException("an entry ends too early");
        }
        ByteBuffer taken = this.zip.take(Math.min(most, this.left));
        this.left -= this.endless ? 0 : taken.remaining();
        return taken;
    }

    private boolean isDeflated() {
        return this.header.entry().method() == ListedEntry.DEFLATED;
    }

    private Inflation inflation() {
        if (this.inflation == null) {
            this.inflation = new Inflation();
        }
        return this.inflation;
    }

    /** Skips to the end of the entry, and returns the entry as the directory should list it. */
    ListedEntry finish() throws IOException {
        if (this.finished == null) {
            this.finished = skipToEnd();
        }
        return this.finished;
    }

    private ListedEntry skipToEnd() throws IOException {
        ListedEntry entry = this.header.entry();
        if (this.endless) {
            findEnd();
            entry = entry.sized(inflation().deflated(), inflation().inflated());
        } else {
            this.zip.skip(this.left);
        }
        if (this.header.described()) {
            DataDescriptor.skip(this.zip, entry.compressedSize(), entry.uncompressedSize());
        }
        return entry;
    }

    private void findEnd() throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int count = read(buffer, 0, BUFFER_SIZE); count >= 0; count = read(buffer, 0, BUFFER_SIZE)) {
            this.skipped.accept(count);
        }
        this.zip.giveBack(inflation().unused());
    }

    @Override
    public void close() {
        if (this.inflation != null) {
            this.inflation.close();
        }
    }

    private static final class Content extends InputStream {

        private final StreamedEntry entry;

        private final long max;

        private final LongConsumer read;

        private long count;

        private Content(StreamedEntry entry, long max, LongConsumer read) {
            this.entry = entry;
            this.max = max;
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = this.entry.read(bytes, offset, length);
            if (count > 0) {
                this.count += count;
                this.read.accept(count);
                ListedEntry.check(this.count, this.max);
            }
            return count;
        }
    }
}

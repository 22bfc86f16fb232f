package dev.tare.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

import dev.tare.archive.io.BulkInput;
import org.jspecify.annotations.Nullable;

/** The content of an entry of a zip that goes by. */
public final class PassingEntry extends BulkInput {

    private static final int BUFFER_SIZE = 1 << 16;

    private final ZipInput zip;

    private final LocalHeader header;

    private @Nullable Inflation inflation;

    /** Only its own end tells where it ends. */
    private final boolean endless;

    /** As it is stored, and not yet read. */
    private long left;

    /** @param zip where the content begins */
    PassingEntry(ZipInput zip, LocalHeader header) {
        this.zip = zip;
        this.header = header;
        this.endless = header.described() && isDeflated();
        this.left = this.endless ? Long.MAX_VALUE : header.entry().size();
        if (this.left < 0) {
            throw new UnreadableZipException("a part lies outside of it");
        }
        if (this.endless && header.encrypted()) {
            throw new UnreadableZipException("an entry is encrypted");
        }
    }

    public String name() {
        return this.header.entry().name();
    }

    /**
     * How many bytes it has at most of which {@code max} are of use.
     *
     * @throws UnreadableZipException if it is known to have more
     */
    public long bound(long max) {
        if (this.endless) {
            return max;
        }
        this.header.entry().check(max);
        return isDeflated() ? max : this.header.entry().size();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return isDeflated() ? inflate(bytes, offset, length) : copy(bytes, offset, length);
    }

    /**
     * Goes on behind it.
     *
     * @param inflated is told how much was inflated only to find its end
     * @return what the zip should say of it
     */
    public ZipListing finish(LongConsumer inflated) throws IOException {
        ZipListing entry = this.header.entry();
        if (this.endless) {
            findEnd(inflated);
            entry = entry.sized(inflation().deflated(), inflation().inflated());
        } else {
            this.zip.skip(this.left);
        }
        if (this.header.described()) {
            DataDescriptor.skip(this.zip, entry.size(), entry.stated());
        }
        return entry;
    }

    private void findEnd(LongConsumer inflated) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            inflated.accept(count);
        }
        this.zip.giveBack(inflation().unused());
    }

    private boolean isDeflated() {
        return this.header.entry().method() == ZipListing.DEFLATED;
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

    private Inflation inflation() {
        if (this.inflation == null) {
            this.inflation = new Inflation();
        }
        return this.inflation;
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

    @Override
    public void close() {
        if (this.inflation != null) {
            this.inflation.close();
        }
    }
}

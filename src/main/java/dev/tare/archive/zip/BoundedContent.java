package dev.tare.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

import dev.tare.archive.io.BulkInput;

/** The content of an entry, which is of no use if it is too large. */
public final class BoundedContent extends BulkInput {

    private final InputStream content;

    private final long max;

    private final LongConsumer read;

    private long count;

    /** @param read is told how many bytes were read */
    public BoundedContent(InputStream content, long max, LongConsumer read) {
        this.content = content;
        this.max = max;
        this.read = read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.content.read(bytes, offset, length);
        if (count > 0) {
            this.count += count;
            this.read.accept(count);
            ZipListing.check(this.count, this.max);
        }
        return count;
    }
}

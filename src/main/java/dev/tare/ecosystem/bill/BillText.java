package dev.tare.ecosystem.bill;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** The text of a bill of materials that may be compressed. Bounds the work for a small file. */
final class BillText extends FilterInputStream {

    private static final int GZIP_START = 0x1f8b;

    private final LongConsumer inflated;

    private long left;

    private BillText(InputStream gzip, long max, LongConsumer inflated) {
        super(gzip);
        this.left = max;
        this.inflated = inflated;
    }

    /**
     * The content as UTF-8. From bytes, the parser would detect other encodings.
     *
     * @param maxInflated maximum number of bytes that gzip may inflate to
     * @param inflated    receives the count of bytes of each read of gzip
     */
    static Reader open(InputStream content, long maxInflated, LongConsumer inflated) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content);
        buffered.mark(2);
        boolean compressed = (buffered.read() << Byte.SIZE | buffered.read()) == GZIP_START;
        buffered.reset();
        return new InputStreamReader(
                compressed ? new BillText(new GZIPInputStream(buffered), maxInflated, inflated) : buffered,
                StandardCharsets.UTF_8);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        this.inflated.accept(Math.max(count, 0));
        this.left -= Math.max(count, 0);
        if (this.left < 0) {
            throw new UnreadableBillException("it inflates to more bytes than a real one", null);
        }
        return count;
    }
}

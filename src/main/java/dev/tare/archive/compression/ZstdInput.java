package dev.tare.archive.compression;

import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.tare.archive.io.BulkInput;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;

/**
 * Decompresses one or more Zstandard frames, past frames that are to be skipped, with a bounded window, which lies
 * outside of the heap. Image tools use 8 MiB; {@code zstd --long} uses 128 MiB.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>
 */
final class ZstdInput extends BulkInput {

    private final ZstdInputStreamNoFinalizer zstd;

    private final String what;

    private final String name;

    private final long window;

    /** @param window the largest that it may have, in bytes */
    ZstdInput(InputStream in, String what, String name, long window) throws IOException {
        this.zstd = open(in, what, name);
        this.zstd.setLongMax(windowLog(window));
        this.what = what;
        this.name = name;
        this.window = window;
    }

    private static ZstdInputStreamNoFinalizer open(InputStream in, String what, String name) throws IOException {
        try {
            return new ZstdInputStreamNoFinalizer(in);
        } catch (LinkageError ex) {
            throw UnsupportedCompressionException.libraryMissing(what, name, ex);
        }
    }

    private static int windowLog(long window) {
        return Math.clamp(Long.SIZE - 1 - Long.numberOfLeadingZeros(window), Zstd.windowLogMin(), Zstd.windowLogMax());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return this.zstd.read(bytes, offset, length);
        } catch (ZstdIOException ex) {
            if (ex.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
                throw windowTooLarge();
            }
            throw new CorruptDataException(this.what, this.name,
                    "its Zstandard data is invalid (" + ex.getMessage() + ")", ex);
        }
    }

    private LimitExceededException windowTooLarge() {
        String unit = "bytes in its zstd window";
        return this.window < Limits.ZSTD_WINDOW_MOST
                ? new LimitExceededException(LimitExceededException.ZSTD_WINDOW, this.window, unit, this.name)
                : LimitExceededException.fixed(LimitExceededException.ZSTD_WINDOW, this.window, unit, this.name);
    }

    @Override
    public void close() throws IOException {
        this.zstd.close();
    }
}

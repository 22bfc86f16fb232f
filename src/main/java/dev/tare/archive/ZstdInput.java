package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.tare.archive.tar.BulkInput;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;

/**
 * Decompresses one or more Zstandard frames, and skips skippable ones. The window is bounded and is outside of the
 * heap. Image tools use 8 MiB; {@code zstd --long} uses 128 MiB.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>
 */
final class ZstdInput extends BulkInput {

    private final ZstdInputStreamNoFinalizer zstd;

    private final String what;

    private final String name;

    private final long window;

    private ZstdInput(ZstdInputStreamNoFinalizer zstd, String what, String name, long window) {
        this.zstd = zstd;
        this.what = what;
        this.name = name;
        this.window = window;
    }

    /**
     * Opens compressed bytes.
     *
     * @param what   {@code layer} or {@code archive}, for errors
     * @param name   the name of the layer or archive for errors
     * @param window the largest window, in bytes
     */
    static ZstdInput open(InputStream in, String what, String name, long window) throws IOException {
        try {
            ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
            zstd.setLongMax(windowLog(window));
            return new ZstdInput(zstd, what, name, window);
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
        return this.window < Limits.LARGEST_ZSTD_WINDOW
                ? new LimitExceededException(Limit.ZSTD_WINDOW, this.window, this.name)
                : LimitExceededException.unsupportedWindow(this.name);
    }

    @Override
    public void close() throws IOException {
        this.zstd.close();
    }
}

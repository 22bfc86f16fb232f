package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

/**
 * Decompresses one or more Zstandard frames, past frames that are to be skipped, with a window of at most 32 MiB,
 * which lies outside of the heap. Image tools use 8 MiB.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>
 */
final class ZstdInput extends BulkInput {

    private static final int WINDOW_LOG_MAX = 25;

    private final ZstdInputStreamNoFinalizer zstd;

    private final String what;

    private final String name;

    ZstdInput(InputStream in, String what, String name) throws IOException {
        this.zstd = open(in, what, name);
        this.zstd.setLongMax(WINDOW_LOG_MAX);
        this.what = what;
        this.name = name;
    }

    private static ZstdInputStreamNoFinalizer open(InputStream in, String what, String name) throws IOException {
        try {
            return new ZstdInputStreamNoFinalizer(in);
        } catch (LinkageError ex) {
            throw UnsupportedCompressionException.libraryMissing(what, name, ex);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return this.zstd.read(bytes, offset, length);
        } catch (ZstdIOException ex) {
            if (ex.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
                throw UnsupportedCompressionException.windowTooLarge(this.what, this.name, WINDOW_LOG_MAX, ex);
            }
            throw new CorruptDataException(this.what, this.name,
                    "its Zstandard data is invalid (" + ex.getMessage() + ")", ex);
        }
    }

    @Override
    public void close() throws IOException {
        this.zstd.close();
    }
}

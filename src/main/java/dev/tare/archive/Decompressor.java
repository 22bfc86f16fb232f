package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import dev.tare.image.Compression;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;

/** Detects compression from the first bytes, because names and media types may be wrong, and decompresses. */
public final class Decompressor {

    private final String what;

    private final String name;

    private final Limits limits;

    /**
     * @param what {@code layer} or {@code archive}, for errors
     * @param name the name of the layer or archive for errors
     */
    public Decompressor(String what, String name, Limits limits) {
        this.what = what;
        this.name = name;
        this.limits = limits;
    }

    Compression detect(byte[] head) {
        StoredFormat format = StoredFormat.of(head);
        Compression compression = format.compression();
        if (compression == null) {
            throw UnsupportedCompressionException.of(this.what, this.name, format.name().toLowerCase(Locale.ROOT));
        }
        return compression;
    }

    /**
     * The uncompressed bytes, of any number. Close the stream, because it may hold memory outside the heap.
     *
     * @throws dev.tare.image.InvalidImageException while reading, if the bytes are damaged
     */
    public InputStream open(InputStream stored, Compression compression) throws IOException {
        return switch (compression) {
            case NONE -> stored;
            case GZIP -> new GzipInput(stored, this.what, this.name);
            case ZSTD -> ZstdInput.open(stored, this.what, this.name, this.limits.get(Limit.ZSTD_WINDOW));
        };
    }
}

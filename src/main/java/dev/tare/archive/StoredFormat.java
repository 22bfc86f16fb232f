package dev.tare.archive;

import java.nio.ByteBuffer;

import dev.tare.image.Compression;
import org.jspecify.annotations.Nullable;

/** Compression formats, detected from the first bytes. */
enum StoredFormat {

    PLAIN(Compression.NONE), GZIP(Compression.GZIP), ZSTD(Compression.ZSTD), BZIP2(null), XZ(null), LZ4(null);

    private final @Nullable Compression compression;

    StoredFormat(@Nullable Compression compression) {
        this.compression = compression;
    }

    /** The compression, or {@code null} if Tare does not support the format. */
    @Nullable
    Compression compression() {
        return this.compression;
    }

    static StoredFormat of(byte[] head) {
        int magic = magic(head);
        if (magic >>> 16 == 0x1f8b) {
            return GZIP;
        }
        if (magic >>> 8 == 0x425a68) {
            return BZIP2;
        }
        return switch (magic) {
            case 0x28b52ffd -> ZSTD;
            case 0xfd377a58 -> XZ;
            case 0x04224d18 -> LZ4;
            default -> isSkippableFrame(magic) ? ZSTD : PLAIN;
        };
    }

    private static boolean isSkippableFrame(int magic) {
        return (magic & 0xf0ffffff) == 0x502a4d18;
    }

    private static int magic(byte[] head) {
        return head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).getInt();
    }
}

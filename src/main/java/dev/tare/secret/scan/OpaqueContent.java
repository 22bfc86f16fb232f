package dev.tare.secret.scan;

import java.util.HexFormat;
import java.util.stream.Stream;

import dev.tare.secret.Window;

/** Compressed contents, detected by their first bytes. A match in them would only be chance. */
final class OpaqueContent {

    private static final byte[][] BEGINNINGS = Stream.of(
            "504b0304", // zip, jar
            "1f8b08", // gzip
            "fd377a585a00", // xz
            "28b52ffd", // zstd
            "425a68", // bzip2
            "89504e470d0a1a0a", // PNG
            "ffd8ff", // JPEG
            "774f4632", // WOFF2
            "774f4646") // WOFF
            .map(HexFormat.of()::parseHex)
            .toArray(byte[][]::new);

    private OpaqueContent() {}

    static boolean is(byte[] bytes, int length) {
        Window head = new Window(bytes, length);
        for (byte[] beginning : BEGINNINGS) {
            if (head.startsWith(beginning, 0)) {
                return true;
            }
        }
        return false;
    }
}

package dev.tare.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tars field by field, also such as no archiver would. */
final class RawTar {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A header with its checksum, and content filled up to a block. */
    RawTar entry(String name, char type, byte[] content) {
        return header(name, type, content.length, "").content(content);
    }

    RawTar entry(String name, char type, String content) {
        return entry(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    RawTar link(String name, char type, String target) {
        return header(name, type, 0, target);
    }

    RawTar header(String name, char type, long size, String target) {
        byte[] block = new byte[512];
        put(block, 0, name.getBytes(StandardCharsets.ISO_8859_1));
        put(block, 100, ascii("0000644\0" + "0000000\0" + "0000000\0"));
        put(block, 124, ascii(String.format("%011o", size)));
        put(block, 136, ascii("00000000001"));
        block[156] = (byte) type;
        put(block, 157, target.getBytes(StandardCharsets.ISO_8859_1));
        put(block, 257, ascii("ustar\00000"));
        return block(withChecksum(block));
    }

    /** Records of a PAX extended header in front of the next entry. */
    RawTar pax(String... keysAndValues) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            records.append(record(keysAndValues[i] + "=" + keysAndValues[i + 1] + "\n"));
        }
        return entry("PaxHeaders/x", 'x', records.toString());
    }

    RawTar block(byte[] block) {
        this.out.writeBytes(block);
        return this;
    }

    byte[] end() {
        this.out.writeBytes(new byte[1024]);
        return this.out.toByteArray();
    }

    byte[] withoutEnd() {
        return this.out.toByteArray();
    }

    static byte[] withChecksum(byte[] block) {
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte value : block) {
            sum += value & 0xff;
        }
        put(block, 148, ascii(String.format("%06o\0", sum)));
        return block;
    }

    static void put(byte[] block, int offset, byte[] bytes) {
        System.arraycopy(bytes, 0, block, offset, bytes.length);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private RawTar content(byte[] content) {
        this.out.writeBytes(content);
        this.out.writeBytes(new byte[-content.length & 511]);
        return this;
    }

    private static String record(String rest) {
        int bytes = rest.getBytes(StandardCharsets.UTF_8).length + 1;
        int length = bytes + Integer.toString(bytes).length();
        if (bytes + Integer.toString(length).length() != length) {
            length++;
        }
        return length + " " + rest;
    }
}

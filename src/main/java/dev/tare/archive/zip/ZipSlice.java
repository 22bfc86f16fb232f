package dev.tare.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import dev.tare.image.Digest;

/** Bytes in memory: a zip, or a part of one. Reading outside of the slice throws {@link UnreadableZipException}. */
public final class ZipSlice {

    private final byte[] bytes;

    private final int from;

    private final int length;

    private ZipSlice(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    public static ZipSlice of(byte[] bytes) {
        return new ZipSlice(bytes, 0, bytes.length);
    }

    public static ZipSlice of(byte[] bytes, int from, int length) {
        return new ZipSlice(bytes, from, length);
    }

    /** Joins chunks, and empties the list meanwhile so that they are not in memory twice. */
    public static ZipSlice joined(List<byte[]> chunks) {
        byte[] bytes = new byte[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
        int at = 0;
        for (int i = 0; i < chunks.size(); i++) {
            byte[] chunk = chunks.set(i, new byte[0]);
            System.arraycopy(chunk, 0, bytes, at, chunk.length);
            at += chunk.length;
        }
        return of(bytes);
    }

    ZipSlice slice(long from, long length) {
        if (from < 0 || length < 0 || from > this.length || length > this.length - from) {
            throw new UnreadableZipException("a part lies outside of it");
        }
        return new ZipSlice(this.bytes, this.from + (int) from, (int) length);
    }

    public int length() {
        return this.length;
    }

    int u16(long at) {
        return Short.toUnsignedInt(buffer(at, Short.BYTES).getShort());
    }

    long u32(long at) {
        return Integer.toUnsignedLong(buffer(at, Integer.BYTES).getInt());
    }

    long i64(long at) {
        return buffer(at, Long.BYTES).getLong();
    }

    String text() {
        return new String(this.bytes, this.from, this.length, StandardCharsets.UTF_8);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(this.bytes, this.from, this.length);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(this.bytes, this.from, this.length).order(ByteOrder.LITTLE_ENDIAN);
    }

    public Digest sha256() {
        MessageDigest sha256 = Digest.newSha256();
        sha256.update(buffer());
        return Digest.ofSha256(sha256.digest());
    }

    private ByteBuffer buffer(long at, int size) {
        return slice(at, size).buffer();
    }
}

package dev.tare.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import dev.tare.image.Digest;

/** Bytes in memory: a zip, or a part of one. Reading outside of the slice throws {@link UnreadableZipException}. */
public final class ZipSlice {

    private static final VarHandle U16 =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        return new ZipSlice(this.bytes, index(from, length), (int) length);
    }

    /** The index in the array of a part of this slice. */
    private int index(long from, long length) {
        if (from < 0 || length < 0 || from > this.length || length > this.length - from) {
            throw new UnreadableZipException("a part is outside of the file");
        }
        return this.from + (int) from;
    }

    public int length() {
        return this.length;
    }

    int u16(long at) {
        return Short.toUnsignedInt((short) U16.get(this.bytes, index(at, Short.BYTES)));
    }

    long u32(long at) {
        return Integer.toUnsignedLong((int) U32.get(this.bytes, index(at, Integer.BYTES)));
    }

    long i64(long at) {
        return (long) I64.get(this.bytes, index(at, Long.BYTES));
    }

    /** Whether the first bytes are those of a zip. */
    public boolean isZip() {
        return this.length >= Integer.BYTES && (u32(0) == LocalHeader.SIGNATURE || u32(0) == ZipEnd.SIGNATURE);
    }

    String text() {
        return new String(this.bytes, this.from, this.length, StandardCharsets.UTF_8);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(this.bytes, this.from, this.length);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(this.bytes, this.from, this.length);
    }

    public Digest sha256() {
        MessageDigest sha256 = Digest.newSha256();
        sha256.update(buffer());
        return Digest.ofSha256(sha256.digest());
    }
}

package dev.tare.ecosystem.java.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

/**
 * The file {@code lib/modules} of a Java runtime as it streams by. It has a hash table of its resources, their places,
 * their names and then their content, so one resource is found without a step back.
 *
 * @see <a href="https://github.com/openjdk/jdk/blob/master/src/java.base/share/native/libjimage/imageFile.hpp">
 *      imageFile.hpp</a>
 */
final class ModulesFile {

    private static final int MAGIC = 0xcafedada;

    private static final int HEADER = 7 * Integer.BYTES;

    /** Major version 1, minor version 0: the only one so far. */
    private static final int VERSION = 1 << Short.SIZE;

    private static final int HASH_SEED = 0x01000193;

    private static final int ATTRIBUTE = 1 + Long.BYTES;

    /** Seven attributes, and the end. */
    private static final int MAX_LOCATION = 7 * ATTRIBUTE + 1;

    private static final int OFFSET = 5;

    private static final int COMPRESSED = 6;

    private static final int UNCOMPRESSED = 7;

    private static final int COMPRESSED_MAGIC = 0xcafefafa;

    /** Magic, two sizes of eight bytes, two places of names and a flag. */
    private static final int COMPRESSED_HEADER = 4 + 8 + 8 + 4 + 4 + 1;

    /** Bytes of a resource. */
    private static final int MAX_SIZE = 64 * 1024;

    private final InputStream content;

    private final ByteOrder order;

    private final long resources;

    private final long locations;

    private final long strings;

    private long position = HEADER;

    private ModulesFile(InputStream content, ByteBuffer header) {
        this.content = content;
        this.order = header.order();
        this.resources = Integer.toUnsignedLong(header.getInt(16));
        this.locations = Integer.toUnsignedLong(header.getInt(20));
        this.strings = Integer.toUnsignedLong(header.getInt(24));
    }

    /** Reads the header; {@code null} if this is another file. */
    static @Nullable ModulesFile open(InputStream content) throws IOException {
        byte[] header = content.readNBytes(HEADER);
        if (header.length < HEADER) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(header);
        buffer.order(buffer.getInt(0) == MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return buffer.getInt(0) == MAGIC && buffer.getInt(4) == VERSION ? new ModulesFile(content, buffer) : null;
    }

    /**
     * Reads one resource. Call it once.
     *
     * @param path such as {@code /java.base/java/lang/Object.class}
     * @return {@code null} if the resource is missing, damaged, too large, or compressed in another way than as a zip
     */
    byte @Nullable [] read(String path) throws IOException {
        try {
            return this.resources == 0 ? null : find(path);
        } catch (EOFException | DataFormatException ex) {
            return null;
        }
    }

    private byte @Nullable [] find(String path) throws IOException, DataFormatException {
        long redirects = HEADER;
        long offsets = redirects + Integer.BYTES * this.resources;
        long places = offsets + Integer.BYTES * this.resources;
        int redirect = at(redirects + Integer.BYTES * hash(path, HASH_SEED), Integer.BYTES).getInt();
        long index = redirect < 0 ? -1L - redirect : hash(path, redirect);
        if (redirect == 0 || index >= this.resources) {
            return null;
        }
        long place = Integer.toUnsignedLong(at(offsets + Integer.BYTES * index, Integer.BYTES).getInt());
        long end = places + this.locations + this.strings;
        long[] location = location(places + place, end);
        return resource(end + location[OFFSET], location[COMPRESSED], location[UNCOMPRESSED]);
    }

    private long hash(String path, int seed) {
        int hash = seed;
        for (byte value : path.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash * HASH_SEED) ^ (value & 0xff);
        }
        return (hash & Integer.MAX_VALUE) % this.resources;
    }

    /** The attributes of a resource. Each has a byte with its kind and length, and then its value. */
    private long[] location(long start, long end) throws IOException {
        byte[] bytes = Arrays.copyOf(at(start, Math.clamp(end - start, 0, MAX_LOCATION)).array(),
                MAX_LOCATION + ATTRIBUTE);
        long[] location = new long[UNCOMPRESSED + 1];
        for (int next = 0; next < MAX_LOCATION && bytes[next] >>> 3 > 0; next += 2 + (bytes[next] & 7)) {
            int length = 1 + (bytes[next] & 7);
            long value = 0;
            for (int i = 1; i <= length; i++) {
                value = (value << Byte.SIZE) | (bytes[next + i] & 0xff);
            }
            location[Math.min(bytes[next] >>> 3, UNCOMPRESSED)] = value;
        }
        return location;
    }

    private byte @Nullable [] resource(long start, long compressed, long size) throws IOException, DataFormatException {
        if (compressed < 0 || compressed > MAX_SIZE || size <= 0 || size > MAX_SIZE) {
            return null;
        }
        if (compressed == 0) {
            return at(start, (int) size).array();
        }
        ByteBuffer bytes = at(start, (int) compressed);
        if (compressed <= COMPRESSED_HEADER || bytes.getInt(0) != COMPRESSED_MAGIC) {
            return null;
        }
        byte[] resource = new byte[(int) size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes.position(COMPRESSED_HEADER));
            return inflater.inflate(resource) == size ? resource : null;
        }
    }

    /** The bytes at a position, which is not before the last one. */
    private ByteBuffer at(long start, int length) throws IOException {
        if (start < this.position) {
            throw new EOFException("a part of it is in front of its place");
        }
        this.content.skipNBytes(start - this.position);
        byte[] bytes = this.content.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it ends too early");
        }
        this.position = start + length;
        return ByteBuffer.wrap(bytes).order(this.order);
    }
}

package dev.tare.ecosystem.rust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes an ELF file with one loaded segment, and sections after it. */
final class RustProgram {

    private static final int LOADED = 512;

    private final boolean is64Bit;

    private final ByteOrder order;

    private final ByteArrayOutputStream sections = new ByteArrayOutputStream();

    /** Offset and length of each section. */
    private final List<int[]> places = new ArrayList<>();

    RustProgram(boolean is64Bit, ByteOrder order) {
        this.is64Bit = is64Bit;
        this.order = order;
    }

    /** A 64-bit program with one document. */
    static byte[] of(String document) {
        return new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(zlib(document)).toBytes();
    }

    static byte[] zlib(String document) {
        return zlib(document, 7);
    }

    static byte[] zlib(String document, int level) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(compressed, new Deflater(level))) {
            zlib.write(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return compressed.toByteArray();
    }

    RustProgram section(byte[] content) {
        this.places.add(new int[] { LOADED + this.sections.size(), content.length });
        return bytes(content);
    }

    /** Bytes that are no section, or part of the last one. */
    RustProgram bytes(byte[] content) {
        this.sections.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        return toBytes(new byte[0]);
    }

    /** @param loaded bytes in the loaded segment */
    byte[] toBytes(byte[] loaded) {
        int headerSize = this.is64Bit ? 64 : 40;
        int table = LOADED + this.sections.size();
        ByteBuffer file = ByteBuffer.allocate(table + headerSize * this.places.size()).order(this.order);
        file.put((byte) 0x7f).put("ELF".getBytes(StandardCharsets.US_ASCII));
        file.put((byte) (this.is64Bit ? 2 : 1)).put((byte) (this.order == ByteOrder.BIG_ENDIAN ? 2 : 1));
        int programs = this.is64Bit ? 64 : 52;
        file.position(this.is64Bit ? 32 : 28);
        number(file, programs);
        number(file, table);
        file.position(this.is64Bit ? 54 : 42);
        file.putShort((short) (this.is64Bit ? 56 : 32)).putShort((short) 1);
        file.putShort((short) headerSize).putShort((short) this.places.size());
        file.putInt(programs, 1);
        file.position(programs + (this.is64Bit ? 32 : 16));
        number(file, LOADED);
        file.put(LOADED - loaded.length, loaded);
        file.put(LOADED, this.sections.toByteArray());
        for (int i = 0; i < this.places.size(); i++) {
            file.putInt(table + i * headerSize + 4, 1);
            file.position(table + i * headerSize + (this.is64Bit ? 24 : 16));
            number(file, this.places.get(i)[0]);
            number(file, this.places.get(i)[1]);
        }
        return file.array();
    }

    private void number(ByteBuffer file, int number) {
        if (this.is64Bit) {
            file.putLong(number);
        } else {
            file.putInt(number);
        }
    }
}

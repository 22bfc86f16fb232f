package dev.tare.ecosystem.java.sbom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an ELF executable as GraalVM and the linker lay it out: header, symbols and their names, data with the bill of
 * materials, section headers.
 */
public final class NativeExecutable {

    private static final int HEADER = 64;

    private static final int SYMBOL = 24;

    private static final int DATA = 1 << 12;

    private static final String NAMES = "\0sbom\0sbom_length\0__svm_version_info\0";

    private final ByteOrder order;

    private final boolean wide;

    /** Whether the symbols are after the data, as in a static executable. */
    private boolean symbolsLast;

    private String names = NAMES;

    private byte[] before = new byte[0];

    public NativeExecutable() {
        this(ByteOrder.LITTLE_ENDIAN, true);
    }

    NativeExecutable(ByteOrder order, boolean wide) {
        this.order = order;
        this.wide = wide;
    }

    NativeExecutable symbolsLast() {
        this.symbolsLast = true;
        return this;
    }

    NativeExecutable names(String text) {
        this.names = text;
        return this;
    }

    /** Other data before the bill of materials. */
    NativeExecutable before(byte[] data) {
        this.before = data;
        return this;
    }

    /** The executable with this document. */
    public byte[] with(String document) {
        return withContent(gzip(document));
    }

    byte[] withContent(byte[] content) {
        byte[] text = this.names.getBytes(StandardCharsets.ISO_8859_1);
        int symbols = this.symbolsLast ? DATA + this.before.length + content.length + 64 : HEADER;
        int document = DATA + (this.before.length + 7) / 8 * 8 + 8;
        int end = Math.max(document + content.length, symbols + 4 * SYMBOL + text.length) + 64;
        ByteBuffer file = ByteBuffer.allocate(end + 4 * HEADER).order(this.order);
        file.putInt(0, 0)
                .put(0, new byte[] { 0x7f, 'E', 'L', 'F', (byte) (this.wide ? 2 : 1), (byte) (little() ? 1 : 2),
                        1 });
        file.putShort(16, (short) 2).putShort(18, (short) (this.wide ? 62 : 8)).putInt(20, 1);
        if (this.wide) {
            file.putLong(40, end).putShort(58, (short) HEADER).putShort(60, (short) 3);
        } else {
            file.putInt(32, end).putShort(46, (short) 40).putShort(48, (short) 3);
        }
        symbol(file, symbols + SYMBOL, 1, document);
        symbol(file, symbols + 2 * SYMBOL, 6, DATA);
        symbol(file, symbols + 3 * SYMBOL, 18, DATA);
        file.put(symbols + 4 * SYMBOL, text);
        file.putLong(DATA, content.length).put(DATA + 8, this.before).put(document, content);
        return file.array();
    }

    private boolean little() {
        return this.order.equals(ByteOrder.LITTLE_ENDIAN);
    }

    private static void symbol(ByteBuffer file, int at, int name, long address) {
        file.putInt(at, name).put(at + 4, (byte) 0x11).putShort(at + 6, (short) 2).putLong(at + 8, address);
    }

    /** A text as gzip. */
    public static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }
}

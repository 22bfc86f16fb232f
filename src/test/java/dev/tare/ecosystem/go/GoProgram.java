package dev.tare.ecosystem.go;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes an executable with only its first bytes and Go's build information. */
final class GoProgram {

    private static final byte[] MARK = new byte[16];

    private final ByteArrayOutputStream program = new ByteArrayOutputStream();

    GoProgram() {
        text("\u007fELF").padding(64);
    }

    /** Appends zeros up to an offset. */
    GoProgram padding(int end) {
        this.program.write(new byte[end - this.program.size()], 0, end - this.program.size());
        return this;
    }

    /** Appends zeros up to the next possible offset of a header. */
    GoProgram aligned() {
        return padding((this.program.size() + 15) / 16 * 16);
    }

    GoProgram text(String text) {
        this.program.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** The magic, the size of a pointer, and flags. */
    GoProgram header(int pointerSize, int flags) {
        text("\u00ff Go buildinf:");
        this.program.write(pointerSize);
        this.program.write(flags);
        return padding(this.program.size() + 16);
    }

    GoProgram length(int length) {
        int left = length;
        for (; left >= 0x80; left >>>= 7) {
            this.program.write(left | 0x80);
        }
        this.program.write(left);
        return this;
    }

    GoProgram version(String version) {
        return length(version.length()).text(version);
    }

    GoProgram modules(String lines) {
        length(lines.length() + 2 * MARK.length);
        this.program.writeBytes(MARK);
        text(lines);
        this.program.writeBytes(MARK);
        return this;
    }

    byte[] toBytes() {
        return this.program.toByteArray();
    }

    static byte[] of(String version, String lines) {
        return new GoProgram().header(8, 2).version(version).modules(lines).padding(4096).toBytes();
    }
}

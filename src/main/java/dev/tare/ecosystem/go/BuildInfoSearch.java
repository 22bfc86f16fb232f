package dev.tare.ecosystem.go;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.StreamCollector.Observation;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Searches an executable for Go's build information while it streams by. The information is a header of 32 bytes at a
 * multiple of 16, the Go version and the module lines. A length precedes the version and the lines. Only the
 * information is kept in memory. The first readable information counts, because other bytes of a program may look like
 * a header.
 *
 * @see <a href="https://github.com/golang/go/blob/go1.24.0/src/debug/buildinfo/buildinfo.go">buildinfo.go</a>
 */
final class BuildInfoSearch implements Observation {

    static final int HEADER_SIZE = 32;

    private static final int BLOCK = 16;

    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);

    private static final int POINTER_SIZE_AT = 14;

    private static final int FLAGS_AT = 15;

    private static final int BIG_ENDIAN = 1;

    private static final int INLINE = 2;

    private static final int POINTERS = 0;

    private static final int MAX_VERSION = 256;

    /** The module lines of a program with hundreds of modules have a tenth of this size, in bytes. */
    private static final int MAX_MODULES = 1 << 20;

    /** The maximum number of damaged pieces of information to skip. Each costs a second search through its bytes. */
    private static final int MOST_DAMAGED = 10;

    private static final String DAMAGED = "it is damaged or larger than " + (MAX_MODULES >> 20) + " MiB";

    /** The first four bytes of ELF and of the forms of Mach-O. */
    private static final Set<Integer> STARTS = Set.of(0x7f454c46, 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe,
            0xcafebabe);

    /** The first two bytes of Windows executables, {@code MZ}. */
    private static final int WINDOWS_START = 0x4d5a;

    private final byte[] block = new byte[BLOCK];

    private int inBlock;

    private boolean started;

    private boolean ended;

    /** The bytes of the information so far, with its header; empty during the search. */
    private final ByteArrayOutputStream info = new ByteArrayOutputStream(0);

    private int needed;

    /** Whether the version was read. It proves that these bytes are Go's information, complete or damaged. */
    private boolean certain;

    private int damaged;

    private @Nullable Finding finding;

    /** The reason why the first information cannot be read. It counts if no other information can be read. */
    private @Nullable NotRead notRead;

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !this.ended) {
            if (this.info.size() > 0) {
                int count = Math.min(end - at, this.needed - this.info.size());
                this.info.write(bytes, at, count);
                at += count;
                if (this.info.size() == this.needed) {
                    read(this.info.toByteArray());
                }
            } else if (this.inBlock == 0 && this.started && end - at >= BLOCK) {
                at = search(bytes, at, end);
            } else {
                int count = Math.min(end - at, BLOCK - this.inBlock);
                System.arraycopy(bytes, at, this.block, this.inBlock, count);
                this.inBlock += count;
                at += count;
                if (this.inBlock == BLOCK) {
                    this.inBlock = 0;
                    take(this.block, 0);
                }
            }
        }
    }

    /** Searches whole blocks. Returns the end of the last block, or of the block where the information begins. */
    private int search(byte[] bytes, int from, int end) {
        int at = from;
        for (; end - at >= BLOCK; at += BLOCK) {
            if (bytes[at] == MAGIC[0] && bytes[at + 1] == MAGIC[1]) {
                take(bytes, at);
                if (this.info.size() > 0) {
                    return at + BLOCK;
                }
            }
        }
        return at;
    }

    private void take(byte[] bytes, int at) {
        if (!this.started) {
            this.started = true;
            int start = ByteBuffer.wrap(bytes).getInt(at);
            this.ended = !STARTS.contains(start) && start >>> Short.SIZE != WINDOWS_START;
        } else if (Arrays.equals(bytes, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
            this.info.write(bytes, at, BLOCK);
            this.needed = HEADER_SIZE;
        }
    }

    /** Reads the available part of the information. The search continues if the bytes only look like a header. */
    private void read(byte[] there) {
        boolean isHeader = there[POINTER_SIZE_AT] == 4 || there[POINTER_SIZE_AT] == 8;
        switch (isHeader ? there[FLAGS_AT] & ~BIG_ENDIAN : -1) {
            case INLINE -> readInline(there);
            case POINTERS -> {
                remember("a Go version before 1.18 built the program and used another format");
                searchOn(there);
            }
            default -> searchOn(there);
        }
    }

    private void readInline(byte[] there) {
        Text version = text(there, HEADER_SIZE);
        if (version == null) {
            return;
        }
        if (version.length > MAX_VERSION || version.isDamaged()) {
            searchOn(there);
        } else if (version.end() > there.length) {
            this.needed = (int) version.end();
        } else if (!version.in(there).startsWith("go") && !version.in(there).startsWith("devel ")) {
            searchOn(there);
        } else {
            readModules(there, version);
        }
    }

    private void readModules(byte[] there, Text version) {
        this.certain = true;
        Text modules = text(there, (int) version.end());
        if (modules == null) {
            return;
        }
        if (modules.length > MAX_MODULES || modules.isDamaged()) {
            pass(there, DAMAGED);
        } else if (modules.end() > there.length) {
            this.needed = (int) modules.end();
        } else {
            GoModules parsed = GoModules.parse(version.in(there), modules.in(there));
            if (parsed.isDamaged()) {
                pass(there, DAMAGED);
            } else {
                end(parsed);
            }
        }
    }

    /** Parses a length with seven bits in each byte, the lowest first; {@code null} if it needs more bytes. */
    private @Nullable Text text(byte[] there, int from) {
        long length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            if (from + i == there.length) {
                this.needed = there.length + 1;
                return null;
            }
            length |= (long) (there[from + i] & 0x7f) << (7 * i);
            if (there[from + i] >= 0) {
                return new Text(from + i + 1, length);
            }
        }
        return new Text(from, -1);
    }

    /** Searches bytes that only looked like information, from their second block on. */
    private void searchOn(byte[] there) {
        this.info.reset();
        this.certain = false;
        update(there, BLOCK, there.length - BLOCK);
    }

    /** Skips damaged information. Its bytes may contain another header. */
    private void pass(byte[] there, String because) {
        remember(because);
        this.damaged++;
        if (this.damaged < MOST_DAMAGED) {
            searchOn(there);
        } else {
            end(null);
        }
    }

    private void remember(String because) {
        if (this.notRead == null) {
            this.notRead = new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                    "The module information of this Go program is not read, because " + because + ".");
        }
    }

    private void end(@Nullable Finding found) {
        this.finding = found;
        this.ended = true;
        this.info.reset();
    }

    @Override
    public @Nullable Finding finish() {
        while (this.info.size() > 0) {
            byte[] there = this.info.toByteArray();
            if (this.certain) {
                pass(there, "it is truncated");
            } else {
                searchOn(there);
            }
        }
        return this.finding == null ? this.notRead : this.finding;
    }

    /** @param length -1 if it is damaged */
    private record Text(int start, long length) {

        boolean isDamaged() {
            return this.length < 0;
        }

        long end() {
            return this.start + this.length;
        }

        String in(byte[] there) {
            return new String(there, this.start, (int) this.length, StandardCharsets.UTF_8);
        }
    }
}

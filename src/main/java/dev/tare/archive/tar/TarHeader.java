package dev.tare.archive.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One 512-byte header block with a verified checksum. Its fields follow POSIX ustar, GNU or the older formats.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX pax, ustar interchange
 *      format</a>
 */
final class TarHeader {

    static final int BLOCK = 512;

    private static final int CHECKSUM = 148;

    private static final byte[] USTAR = "ustar\0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] GNU = "ustar  \0".getBytes(StandardCharsets.US_ASCII);

    /** The beginning of the magic of both ustar and GNU, which end it differently. */
    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

    private final byte[] block;

    private final TarErrorContext place;

    private TarHeader(byte[] block, TarErrorContext place) {
        this.block = block;
        this.place = place;
    }

    static TarHeader of(byte[] block, TarErrorContext place) {
        if (!hasValidChecksum(block)) {
            throw place.malformed("a header's checksum is wrong");
        }
        place.begin();
        return new TarHeader(block, place);
    }

    byte[] block() {
        return this.block;
    }

    char type() {
        return (char) this.block[156];
    }

    String name() {
        String name = EntryName.decodeField(this.block, 0, 100);
        if (this.block[345] == 0 || !(startsWith(257, USTAR) || hasPrefixForTimes())) {
            return name;
        }
        return EntryName.decodeField(this.block, 345, 345 + prefixLength()) + "/" + name;
    }

    /** Go before 1.8, and so Docker, wrote a prefix where GNU's header has two times. Engines read it as a prefix. */
    private boolean hasPrefixForTimes() {
        return startsWith(257, GNU) && !(TarNumber.isOne(this.block, 345, 12) && TarNumber.isOne(this.block, 357, 12))
                && EntryName.isAscii(this.block, 345, 500);
    }

    /** Whether the header itself contains the map of a sparse file, as in early versions of GNU tar. */
    boolean isOldSparse() {
        return type() == 'S';
    }

    String linkName() {
        return EntryName.decodeField(this.block, 157, 257);
    }

    int mode() {
        return (int) (number(100, 8) & 07777);
    }

    long uid() {
        return number(108, 8);
    }

    long gid() {
        return number(116, 8);
    }

    long size() {
        return number(124, 12);
    }

    long modified() {
        return number(136, 12);
    }

    /** The device of a device file. The oldest format has no field for it. */
    DeviceNumber device() {
        return startsWith(257, MAGIC) ? new DeviceNumber(number(329, 8), number(337, 8)) : new DeviceNumber(0, 0);
    }

    /** The size of a sparse file of the old GNU form, with its holes. */
    long realSize() {
        return number(483, 12);
    }

    private long number(int offset, int length) {
        return TarNumber.parse(this.block, offset, length, this.place);
    }

    /** The archiver "star" stores times after a shorter prefix, and marks this with its name at the end. */
    private int prefixLength() {
        return startsWith(508, new byte[] { 't', 'a', 'r', 0 }) ? 131 : 155;
    }

    private boolean startsWith(int offset, byte[] expected) {
        return Arrays.equals(this.block, offset, offset + expected.length, expected, 0, expected.length);
    }

    /** Whether a tar may begin like this: with a header, with zeros, or with its end. */
    static boolean isPlausible(byte[] head) {
        return head.length == 0 || (head.length == BLOCK && (TarInput.isZero(head) || hasValidChecksum(head)));
    }

    private static boolean hasValidChecksum(byte[] block) {
        long signed = 0;
        long unsigned = 0;
        for (int i = 0; i < BLOCK; i++) {
            int value = i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block[i];
            signed += value;
            unsigned += value & 0xff;
        }
        long stored = storedChecksum(block);
        return stored == unsigned || stored == signed;
    }

    private static long storedChecksum(byte[] block) {
        long value = -1;
        for (int i = CHECKSUM; i < CHECKSUM + 8; i++) {
            if (block[i] >= '0' && block[i] <= '7') {
                value = (Math.max(value, 0) << 3) | (block[i] - '0');
            } else if (block[i] != ' ' && block[i] != 0) {
                return -1;
            } else if (value >= 0) {
                break;
            }
        }
        return value;
    }
}

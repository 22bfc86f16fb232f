package dev.tare.ecosystem.java.sbom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Searches a name while bytes stream by. Horspool's algorithm looks at one byte of each piece that is as long as the
 * name.
 */
final class NameSearch {

    private final byte[] name;

    /** For each byte: how far the name may move if the byte is at its end. */
    private final int[] shifts = new int[1 << Byte.SIZE];

    /** The last bytes so far, and room for the next ones: the name may be partly in both. */
    private final byte[] seam;

    /** The number of last bytes, less than the length of the name. */
    private int carried;

    private boolean found;

    NameSearch(String name) {
        this.name = name.getBytes(StandardCharsets.ISO_8859_1);
        this.seam = new byte[2 * this.name.length];
        Arrays.fill(this.shifts, this.name.length);
        for (int i = 0; i < this.name.length - 1; i++) {
            this.shifts[this.name[i] & 0xff] = this.name.length - 1 - i;
        }
    }

    boolean isFound() {
        return this.found;
    }

    void update(byte[] bytes, int offset, int length) {
        if (this.found || length == 0) {
            return;
        }
        int joined = Math.min(length, this.name.length);
        System.arraycopy(bytes, offset, this.seam, this.carried, joined);
        this.found = isIn(this.seam, 0, this.carried + joined) || isIn(bytes, offset, offset + length);
        carry(bytes, offset, length, joined);
    }

    private boolean isIn(byte[] bytes, int from, int to) {
        int last = this.name.length - 1;
        for (int at = from + last; at < to; at += this.shifts[bytes[at] & 0xff]) {
            if (bytes[at] == this.name[last]
                    && Arrays.equals(bytes, at - last, at + 1, this.name, 0, this.name.length)) {
                return true;
            }
        }
        return false;
    }

    private void carry(byte[] bytes, int offset, int length, int joined) {
        int kept = Math.min(this.name.length - 1, this.carried + joined);
        if (length >= kept) {
            System.arraycopy(bytes, offset + length - kept, this.seam, 0, kept);
        } else {
            System.arraycopy(this.seam, this.carried + joined - kept, this.seam, 0, kept);
        }
        this.carried = kept;
    }
}

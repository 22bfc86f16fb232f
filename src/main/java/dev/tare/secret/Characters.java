package dev.tare.secret;

/** A set of single-byte characters, for loops over bytes. */
public final class Characters {

    private final boolean[] in = new boolean[256];

    private Characters() {}

    /** ASCII letters, digits and these characters. */
    public static Characters alphanumericAnd(String others) {
        Characters characters = new Characters();
        for (int c = 0; c < characters.in.length; c++) {
            characters.in[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                    || others.indexOf(c) >= 0;
        }
        return characters;
    }

    /** Only these characters. */
    public static Characters of(String those) {
        Characters characters = new Characters();
        those.chars().forEach(c -> characters.in[c] = true);
        return characters;
    }

    public boolean has(int c) {
        return c >= 0 && this.in[c & 0xff];
    }

    /**
     * Finds the beginning of the next run of at least {@code length} of these characters. It checks the end of a
     * possible run first. Any other character there excludes all earlier starts, so most bytes are skipped.
     *
     * @return {@code -1} if the range contains no such run
     */
    public int nextRun(byte[] bytes, int from, int to, int length) {
        int start = from;
        while (start + length <= to) {
            int i = start + length - 1;
            while (i >= start && this.in[bytes[i] & 0xff]) {
                i--;
            }
            if (i < start) {
                return start;
            }
            start = i + 1;
        }
        return -1;
    }

    /** The end of the run that contains {@code from}. */
    public int endOfRun(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && this.in[bytes[end] & 0xff]) {
            end++;
        }
        return end;
    }
}

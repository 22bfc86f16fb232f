package dev.tare.secret;

/** A set of single-byte characters, for loops that ask for every byte. */
public final class Characters {

    private final boolean[] in = new boolean[256];

    private Characters() {}

    /** ASCII letters, digits and these. */
    public static Characters alphanumericAnd(String others) {
        Characters characters = new Characters();
        for (int c = 0; c < characters.in.length; c++) {
            characters.in[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                    || others.indexOf(c) >= 0;
        }
        return characters;
    }

    /** These alone. */
    public static Characters of(String those) {
        Characters characters = new Characters();
        those.chars().forEach(c -> characters.in[c] = true);
        return characters;
    }

    public boolean has(int c) {
        return c >= 0 && this.in[c & 0xff];
    }

    /**
     * Where the next run of at least {@code length} of these begins. It looks at the end of where a run would be first:
     * a byte that is none of these rules out all before it, so that most bytes are never looked at.
     *
     * @return {@code -1} if none begins in the range and reaches its length in it
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

    /** Where a run ends that goes on at {@code from}. */
    public int endOfRun(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && this.in[bytes[end] & 0xff]) {
            end++;
        }
        return end;
    }
}

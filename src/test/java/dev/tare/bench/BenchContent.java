package dev.tare.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bytes that compress and inflate like those of real images: short copies of earlier bytes, and literals between them.
 * Gzip's default level compresses them to a third, like shared libraries and scripts.
 */
final class BenchContent {

    private static final int POOL = 32 << 20;

    private static final int WINDOW = 32_000;

    private static final int MOST_LITERALS = 10;

    private static final int MEAN_COPY = 12;

    private static final int LONGEST_COPY = 255;

    private static final byte[] ELF = { 0x7f, 'E', 'L', 'F', 2, 1, 1 };

    private final byte[] text = pool(new SplittableRandom(1), true);

    private final byte[] program = pool(new SplittableRandom(2), false);

    /** A part of a long text of lines. */
    byte[] text(SplittableRandom random, int size) {
        return part(this.text, random, size);
    }

    /** Content that begins like a Linux program. */
    byte[] program(SplittableRandom random, int size) {
        byte[] content = part(this.program, random, size);
        System.arraycopy(ELF, 0, content, 0, Math.min(size, ELF.length));
        return content;
    }

    private static byte[] part(byte[] pool, SplittableRandom random, int size) {
        int from = random.nextInt(pool.length - size);
        return Arrays.copyOfRange(pool, from, from + size);
    }

    private static byte[] pool(SplittableRandom random, boolean text) {
        byte[] pool = new byte[POOL];
        int end = 0;
        while (end < POOL) {
            int literals = Math.min(1 + random.nextInt(MOST_LITERALS), POOL - end);
            for (int i = 0; i < literals; i++) {
                pool[end++] = literal(random, text);
            }
            int from = end - Math.min(end, (int) Math.pow(WINDOW, random.nextDouble()));
            int length = Math.min(copyLength(random), POOL - end);
            for (int i = 0; i < length; i++) {
                pool[end++] = pool[from++];
            }
        }
        return pool;
    }

    private static byte literal(SplittableRandom random, boolean text) {
        if (random.nextInt(4) == 0) {
            return (byte) (text ? '\n' : random.nextInt(256));
        }
        return (byte) (' ' + Math.min(random.nextInt(95), random.nextInt(95)));
    }

    private static int copyLength(SplittableRandom random) {
        return 3 + (int) Math.min(LONGEST_COPY, -MEAN_COPY * Math.log(1 - random.nextDouble()));
    }
}

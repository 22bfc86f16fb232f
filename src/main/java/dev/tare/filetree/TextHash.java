package dev.tare.filetree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Hashes bytes with a secret of this process, so that the author of an image cannot choose names that collide. It folds
 * the 128-bit product of each eight bytes and the secret, like wyhash.
 */
public final class TextHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long SECRET = new SecureRandom().nextLong() | 1;

    private static final long SEED = new SecureRandom().nextLong();

    private TextHash() {}

    public static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    public static long of(byte[] bytes, int from, int to) {
        long hash = SEED ^ (to - from);
        int place = from;
        for (; to - place >= Long.BYTES; place += Long.BYTES) {
            hash = fold(hash ^ (long) LONG.get(bytes, place));
        }
        long rest = 0;
        for (; place < to; place++) {
            rest = (rest << Byte.SIZE) | (bytes[place] & 0xff);
        }
        return fold(fold(hash ^ rest));
    }

    /** Combines the hash of a prefix with the hash of the rest. */
    public static long join(long hash, long next) {
        return fold(SEED ^ Long.rotateLeft(hash, Integer.SIZE) ^ next);
    }

    private static long fold(long value) {
        return Math.unsignedMultiplyHigh(value, SECRET) ^ (value * SECRET);
    }
}

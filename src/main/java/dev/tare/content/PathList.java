package dev.tare.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Paths, or other texts, in little memory. Each is stored as its difference from the previous one, which in file lists
 * of packages is usually only the name.
 */
public final class PathList {

    public static final PathList EMPTY = new PathList(new byte[0]);

    /** A length takes one byte per seven bits. */
    private static final int BITS = 7;

    private static final int MORE = 1 << BITS;

    private final byte[] coded;

    private PathList(byte[] coded) {
        this.coded = coded;
    }

    /** The approximate number of bytes that it keeps in memory. */
    public long length() {
        return this.coded.length;
    }

    public boolean isEmpty() {
        return this.coded.length == 0;
    }

    /** Iterates over the paths in the order in which they were added. */
    public void forEach(Consumer<String> action) {
        new Reading().run(action);
    }

    /** One iteration over the list. */
    private final class Reading {

        private int at;

        private byte[] path = new byte[0];

        void run(Consumer<String> action) {
            while (this.at < PathList.this.coded.length) {
                int shared = number();
                int length = number();
                this.path = Arrays.copyOf(this.path, shared + length);
                System.arraycopy(PathList.this.coded, this.at, this.path, shared, length);
                this.at += length;
                action.accept(new String(this.path, StandardCharsets.UTF_8));
            }
        }

        private int number() {
            int number = 0;
            for (int shift = 0;; shift += BITS) {
                byte next = PathList.this.coded[this.at++];
                number |= (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }

    /** Collects paths one by one. */
    public static final class Builder {

        private final ByteArrayOutputStream coded = new ByteArrayOutputStream(0);

        private byte[] last = new byte[0];

        public Builder add(String path) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            int mismatch = Arrays.mismatch(this.last, bytes);
            int shared = mismatch < 0 ? bytes.length : mismatch;
            number(shared);
            number(bytes.length - shared);
            this.coded.write(bytes, shared, bytes.length - shared);
            this.last = bytes;
            return this;
        }

        /** The bytes of the list so far. */
        public int length() {
            return this.coded.size();
        }

        public PathList build() {
            return new PathList(this.coded.toByteArray());
        }

        private void number(int number) {
            int left = number;
            for (; left >= MORE; left >>>= BITS) {
                this.coded.write(left | MORE);
            }
            this.coded.write(left);
        }
    }
}

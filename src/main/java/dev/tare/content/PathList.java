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

    /** Bytes of the longest length. */
    private static final int LONGEST_NUMBER = 5;

    /** The most bytes of all paths that are restored from a byte. File lists of packages take a few. */
    private static final int MOST_RESTORED = 64;

    private final byte[] coded;

    private PathList(byte[] coded) {
        this.coded = coded;
    }

    /**
     * Restores a list from its bytes.
     *
     * @throws IllegalArgumentException if they are not those of a list
     */
    public static PathList from(byte[] bytes) {
        PathList list = bytes.length == 0 ? EMPTY : new PathList(bytes.clone());
        list.new Reading().check();
        return list;
    }

    /** The bytes of the list, from which {@link #from} restores it. */
    public byte[] toBytes() {
        return this.coded.clone();
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

        /** Each path begins with a part of the previous one, and ends in the list. */
        void check() {
            int length = 0;
            long all = 0;
            while (this.at < PathList.this.coded.length) {
                int shared = checkedNumber(length);
                int more = checkedNumber(PathList.this.coded.length - this.at);
                length = shared + more;
                all += length;
                this.at += more;
                if (this.at > PathList.this.coded.length) {
                    throw new IllegalArgumentException("A path has no end");
                }
            }
            if (all > (long) MOST_RESTORED * PathList.this.coded.length) {
                throw new IllegalArgumentException("The paths repeat the same bytes too often");
            }
        }

        private int checkedNumber(int most) {
            int end = this.at;
            while (end < PathList.this.coded.length && PathList.this.coded[end] < 0) {
                end++;
            }
            int number = end == PathList.this.coded.length || end - this.at >= LONGEST_NUMBER ? -1 : number();
            if (number < 0 || number > most) {
                throw new IllegalArgumentException("A length of a path is not from 0 to " + most);
            }
            return number;
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

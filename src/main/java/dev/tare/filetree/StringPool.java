package dev.tare.filetree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;

/**
 * Very many short strings in little memory, each identified by a number. Blocks store the strings as UTF-8, each after its
 * length. The length has seven bits per byte, and the last byte has the highest bit clear.
 */
public final class StringPool {

    private static final int BLOCK_BITS = 16;

    private static final int BLOCK = 1 << BLOCK_BITS;

    /** The number of blocks that non-negative numbers can address. */
    private static final int MAX_BLOCKS = (int) (Limit.KEPT_NAMES.value() >> BLOCK_BITS);

    private static final int SMALLEST = 256;

    private static final int LONGEST_LENGTH = 5;

    private final int maxBlocks;

    private final List<byte[]> blocks = new ArrayList<>();

    /** The free offset in the last block. A string that does not fit begins a new block, which may be longer. */
    private int end = BLOCK;

    public StringPool() {
        this(MAX_BLOCKS);
    }

    /** @param maxBlocks the greatest number of blocks */
    public StringPool(int maxBlocks) {
        this.maxBlocks = maxBlocks;
    }

    /** @throws LimitExceededException if numbers cannot identify more strings */
    public int add(byte[] text) {
        ensureRoom(LONGEST_LENGTH + text.length);
        int number = ((this.blocks.size() - 1) << BLOCK_BITS) | this.end;
        byte[] block = this.blocks.getLast();
        int length = text.length;
        for (; length >= 0x80; length >>>= 7) {
            block[this.end++] = (byte) (length | 0x80);
        }
        block[this.end++] = (byte) length;
        System.arraycopy(text, 0, block, this.end, text.length);
        this.end += text.length;
        return number;
    }

    private void ensureRoom(int room) {
        if (this.end + room > BLOCK) {
            if (this.blocks.size() == this.maxBlocks) {
                throw new LimitExceededException(Limit.KEPT_NAMES, (long) this.maxBlocks << BLOCK_BITS, null);
            }
            this.blocks.add(new byte[Math.max(room, SMALLEST)]);
            this.end = 0;
        }
        byte[] last = this.blocks.getLast();
        if (this.end + room > last.length) {
            int grown = Math.max(this.end + room, Math.min(BLOCK, 2 * last.length));
            this.blocks.set(this.blocks.size() - 1, Arrays.copyOf(last, grown));
        }
    }

    public String get(int number) {
        byte[] block = block(number);
        int start = start(block, number);
        return new String(block, start, length(block, number), StandardCharsets.UTF_8);
    }

    /** The bytes of a string. */
    public byte[] bytes(int number) {
        byte[] block = block(number);
        int start = start(block, number);
        return Arrays.copyOfRange(block, start, start + length(block, number));
    }

    public boolean is(int number, byte[] text) {
        byte[] block = block(number);
        int start = start(block, number);
        return Arrays.equals(block, start, start + length(block, number), text, 0, text.length);
    }

    /** A hash that the author of the strings cannot predict. */
    public int hash(int number) {
        byte[] block = block(number);
        int start = start(block, number);
        return (int) TextHash.of(block, start, start + length(block, number));
    }

    /** Compares two strings by their code points. A string of a folder is compared as if a slash followed it. */
    public int compare(int one, boolean folder, int other, boolean otherFolder) {
        byte[] block = block(one);
        byte[] otherBlock = block(other);
        int from = start(block, one);
        int otherFrom = start(otherBlock, other);
        int length = length(block, one);
        int otherLength = length(otherBlock, other);
        int differs = Arrays.mismatch(block, from, from + length, otherBlock, otherFrom, otherFrom + otherLength);
        return differs < 0 ? Boolean.compare(folder, otherFolder)
                : Integer.compare(at(block, from, length, differs, folder),
                        at(otherBlock, otherFrom, otherLength, differs, otherFolder));
    }

    /** Compares a string with one of another instance by their code points. */
    public int compare(int one, StringPool others, int other) {
        byte[] block = block(one);
        byte[] otherBlock = others.block(other);
        int from = start(block, one);
        int otherFrom = start(otherBlock, other);
        return Arrays.compareUnsigned(block, from, from + length(block, one), otherBlock, otherFrom,
                otherFrom + length(otherBlock, other));
    }

    private static int at(byte[] block, int from, int length, int place, boolean folder) {
        if (place < length) {
            return block[from + place] & 0xff;
        }
        return folder && place == length ? '/' : -1;
    }

    /** The heap size of the strings in bytes. */
    long heapSize() {
        return this.blocks.stream().mapToLong(block -> block.length + 20L).sum();
    }

    private byte[] block(int number) {
        return this.blocks.get(number >>> BLOCK_BITS);
    }

    private static int start(byte[] block, int number) {
        int start = number & (BLOCK - 1);
        while (block[start] < 0) {
            start++;
        }
        return start + 1;
    }

    private static int length(byte[] block, int number) {
        int length = 0;
        int place = number & (BLOCK - 1);
        for (int shift = 0;; shift += 7) {
            length |= (block[place] & 0x7f) << shift;
            if (block[place++] >= 0) {
                return length;
            }
        }
    }
}

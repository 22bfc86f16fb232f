package dev.tare.filetree;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A long list of numbers in little memory. */
public final class IntList {

    private int[] numbers = {};

    private int size;

    public void add(int number) {
        if (this.size == this.numbers.length) {
            this.numbers = Arrays.copyOf(this.numbers, Math.max(8, this.size + (this.size >> 1)));
        }
        this.numbers[this.size++] = number;
    }

    public int get(int index) {
        return this.numbers[index];
    }

    public int getLast() {
        return get(this.size - 1);
    }

    /** The numbers in their order. */
    public IntStream stream() {
        return Arrays.stream(this.numbers, 0, this.size);
    }

    int size() {
        return this.size;
    }

    /** Releases unused memory. */
    void trim() {
        this.numbers = Arrays.copyOf(this.numbers, this.size);
    }
}

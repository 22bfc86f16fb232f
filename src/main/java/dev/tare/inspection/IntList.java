package dev.tare.inspection;

import java.util.Arrays;

/** Very many numbers in little memory. */
final class IntList {

    private int[] numbers = {};

    private int size;

    void add(int number) {
        if (this.size == this.numbers.length) {
            this.numbers = Arrays.copyOf(this.numbers, Math.max(8, this.size + (this.size >> 1)));
        }
        this.numbers[this.size++] = number;
    }

    int get(int index) {
        return this.numbers[index];
    }

    int getLast() {
        return get(this.size - 1);
    }

    int size() {
        return this.size;
    }

    /** Gives up the room for more. */
    void trim() {
        this.numbers = Arrays.copyOf(this.numbers, this.size);
    }
}

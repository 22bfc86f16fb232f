package dev.tare.comparison.change;

import java.util.HashMap;
import java.util.Map;

/** Assigns a letter to each distinct content of a row, in order: A to Z, then AA, AB and so on. */
public final class ContentLabels {

    private static final int LETTERS = 26;

    private final Map<Object, String> letters = new HashMap<>();

    public String of(Object content) {
        return this.letters.computeIfAbsent(content, key -> letter(this.letters.size()));
    }

    private static String letter(int number) {
        String last = String.valueOf((char) ('A' + number % LETTERS));
        return number < LETTERS ? last : letter(number / LETTERS - 1) + last;
    }
}

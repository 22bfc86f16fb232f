package dev.tare.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a row says of one image.
 *
 * @param lines usually one
 * @param note  more of it in small print, or {@code null}
 * @param exact the value to its last digit, or {@code null} if the lines are that
 */
record Cell(List<String> lines, @Nullable String note, @Nullable String exact) {

    Cell {
        lines = List.copyOf(lines);
    }

    static Cell of(String text) {
        return new Cell(List.of(text), null, null);
    }

    static Cell of(List<String> lines) {
        return new Cell(lines.isEmpty() ? List.of("—") : lines, null, null);
    }
}

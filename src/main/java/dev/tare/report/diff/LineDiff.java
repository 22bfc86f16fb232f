package dev.tare.report.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that differ in two texts, by the greedy algorithm of
 * <a href="https://doi.org/10.1007/BF01840446">Myers (1986)</a>. For texts with little in common it would take too long. The
 * lines between their common beginning and end are then one edit.
 */
final class LineDiff {

    /** The greatest number of deleted and inserted lines to search. The search keeps as many numbers as its square. */
    private static final int MOST_EDITS = 1_000;

    /** The greatest number of lines to compare, which takes about 0.1 s. */
    private static final long MOST_STEPS = 20_000_000;

    /** The index on a diagonal that no edit reaches. */
    private static final int NONE = -1;

    private final int[] from;

    private final int[] to;

    /** The lines between the common beginning and end. */
    private final Edit middle;

    /** For each number of edits, the reached index in the first text by diagonal. The first diagonal is {@code -edits}. */
    private final List<int[]> reached = new ArrayList<>();

    private long steps;

    private LineDiff(int[] from, int[] to) {
        this.from = from;
        this.to = to;
        int most = Math.min(from.length, to.length);
        int mismatch = Arrays.mismatch(from, 0, most, to, 0, most);
        int start = mismatch < 0 ? most : mismatch;
        int tail = 0;
        while (tail < most - start && from[from.length - 1 - tail] == to[to.length - 1 - tail]) {
            tail++;
        }
        this.middle = new Edit(start, from.length - tail, start, to.length - tail);
    }

    /** The edits that turn the first lines into the second ones, in order. Equal lines are between them. */
    static List<Edit> between(List<String> from, List<String> to) {
        Map<String, Integer> numbers = new HashMap<>();
        return new LineDiff(numbered(from, numbers), numbered(to, numbers)).edits();
    }

    /** Equal lines have equal numbers, so that the search compares no texts. */
    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        return lines.stream().mapToInt(line -> numbers.computeIfAbsent(line, absent -> numbers.size())).toArray();
    }

    private List<Edit> edits() {
        if (this.middle.fromStart() == this.middle.fromEnd() && this.middle.toStart() == this.middle.toEnd()) {
            return List.of();
        }
        return isFound() ? found() : List.of(this.middle);
    }

    /** Searches the least number of edits. */
    private boolean isFound() {
        int goal = this.middle.fromEnd() - this.middle.fromStart() - (this.middle.toEnd() - this.middle.toStart());
        for (int edits = 0; edits <= MOST_EDITS && this.steps <= MOST_STEPS; edits++) {
            int[] ends = new int[2 * edits + 1];
            this.reached.add(ends);
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                ends[diagonal + edits] = equalUntil(start(edits, diagonal), diagonal);
                if (diagonal == goal && ends[diagonal + edits] == this.middle.fromEnd()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The index in the first text after the edit that leads further, or {@link #NONE}. */
    private int start(int edits, int diagonal) {
        return edits == 0 ? this.middle.fromStart() : Math.max(deleted(edits, diagonal), inserted(edits, diagonal));
    }

    private int deleted(int edits, int diagonal) {
        int index = at(edits - 1, diagonal - 1);
        return index == NONE || index == this.middle.fromEnd() ? NONE : index + 1;
    }

    private int inserted(int edits, int diagonal) {
        int index = at(edits - 1, diagonal + 1);
        return index == NONE || index - diagonal > this.middle.toEnd() ? NONE : index;
    }

    private int at(int edits, int diagonal) {
        return Math.abs(diagonal) > edits ? NONE : this.reached.get(edits)[diagonal + edits];
    }

    private int equalUntil(int start, int diagonal) {
        int index = start;
        while (index != NONE && index < this.middle.fromEnd() && index - diagonal < this.middle.toEnd()
                && this.from[index] == this.to[index - diagonal]) {
            index++;
            this.steps++;
        }
        this.steps++;
        return index;
    }

    /** Follows the edits from the end, and joins those without an equal line between them. */
    private List<Edit> found() {
        List<Edit> found = new ArrayList<>();
        int diagonal = this.middle.fromEnd() - this.middle.fromStart()
                - (this.middle.toEnd() - this.middle.toStart());
        for (int edits = this.reached.size() - 1; edits > 0; edits--) {
            int index = start(edits, diagonal);
            boolean deletes = index == deleted(edits, diagonal);
            Edit edit = deletes ? new Edit(index - 1, index, index - diagonal, index - diagonal)
                    : new Edit(index, index, index - diagonal - 1, index - diagonal);
            if (!found.isEmpty() && edit.touches(found.getLast())) {
                Edit next = found.removeLast();
                edit = new Edit(edit.fromStart(), next.fromEnd(), edit.toStart(), next.toEnd());
            }
            found.add(edit);
            diagonal += deletes ? -1 : 1;
        }
        Collections.reverse(found);
        return found;
    }
}

package dev.tare.report.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the names that are most similar to a mistyped one. */
final class NearNames {

    private static final int MOST = 5;

    /** Of the letters that differ. */
    private static final int MAX_DISTANCE = 2;

    /** Longer names are not compared letter by letter. */
    private static final int MAX_LENGTH = 100;

    /** For names with a part that is the whole text. */
    private static final int CONTAINS = MAX_DISTANCE + 1;

    private static final int FAR = CONTAINS + 1;

    private final String text;

    private final Set<String> seen = new TreeSet<>();

    private final List<Near> near = new ArrayList<>();

    NearNames(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** @param shown the form of the name for people */
    void add(String name, String shown) {
        int distance = this.text.isEmpty() ? FAR : distance(name.toLowerCase(Locale.ROOT));
        if (distance < FAR && this.seen.add(shown)) {
            this.near.add(new Near(shown, distance));
            if (this.near.size() > 2 * MOST) {
                this.near.sort(Near.ORDER);
                this.near.subList(MOST, this.near.size()).clear();
            }
        }
    }

    /** The most similar names first, at most five. */
    List<String> list() {
        return this.near.stream().sorted(Near.ORDER).limit(MOST).map(Near::name).toList();
    }

    private int distance(String name) {
        if (name.length() > MAX_LENGTH || this.text.length() > MAX_LENGTH) {
            return FAR;
        }
        if (Math.abs(name.length() - this.text.length()) <= MAX_DISTANCE) {
            int edits = edits(name);
            if (edits <= Math.min(MAX_DISTANCE, this.text.length() / 2)) {
                return edits;
            }
        }
        return this.text.length() >= CONTAINS && name.contains(this.text) ? CONTAINS : FAR;
    }

    /** The Levenshtein distance. */
    private int edits(String name) {
        int[] row = new int[this.text.length() + 1];
        for (int i = 0; i < row.length; i++) {
            row[i] = i;
        }
        for (int i = 1; i <= name.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = corner + (name.charAt(i - 1) == this.text.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[this.text.length()];
    }

    private record Near(String name, int distance) {

        private static final Comparator<Near> ORDER = Comparator.comparingInt(Near::distance).thenComparing(Near::name);
    }
}

package dev.tare.secret.scan;

import java.util.function.ObjIntConsumer;

import dev.tare.secret.Characters;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;

/**
 * Finds the secrets in a window. A secret begins with the anchor of its rule, usually at the beginning of a word of
 * letters, digits, dots, dashes and underscores. So a rule is tried only at its anchor.
 */
final class AnchorSearch {

    /** The length of the shortest secret. */
    static final int LEAST = 10;

    private static final Characters WORD = Characters.alphanumericAnd("._-");

    private AnchorSearch() {}

    /**
     * Finds every secret that begins in a range.
     *
     * @return the index where the search continues, which is after {@code to} if a secret ends there
     */
    static int find(Window window, int from, int to, ObjIntConsumer<Hit> found) {
        int end = Math.min(to + Anchors.REACH, window.end() - 1);
        int next = from;
        int pair = Anchors.nextPair(window.bytes(), from, end);
        while (pair < end) {
            next = findAt(window, pair, next, to, found);
            pair = Anchors.nextPair(window.bytes(), Math.max(pair + 2, next), end);
        }
        return Math.max(to, next);
    }

    /** Returns the end of the secret with this pair in its anchor, or {@code from} if there is no secret. */
    private static int findAt(Window window, int pair, int from, int to, ObjIntConsumer<Hit> found) {
        for (Anchors.Anchor anchor : Anchors.at(window.bytes(), pair)) {
            int start = pair - anchor.offset();
            if (start >= from && start < to && anchor.isAt(window, start)
                    && (!anchor.beginsWord() || !isInside(window, start))) {
                Hit hit = anchor.match(window, start);
                if (hit != null) {
                    found.accept(hit, start);
                    return hit.end();
                }
            }
        }
        return from;
    }

    /** Whether the index is inside a word. */
    static boolean isInside(Window window, int at) {
        return WORD.has(window.at(at - 1)) && !Escapes.endAt(window, at, WORD);
    }
}

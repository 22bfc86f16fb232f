package dev.tare.secret.redaction;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of a text to hide. */
final class HiddenRanges {

    private final BitSet hidden = new BitSet();

    /** Hides the text between two places. */
    void add(int from, int to) {
        this.hidden.set(from, to);
    }

    /** Hides the hidden parts of a longer text. This text begins at an index of the longer text. */
    void addAll(HiddenRanges others, int at, int length) {
        this.hidden.or(others.hidden.get(at, at + length));
    }

    /** The starts of the hidden parts, in order. */
    IntStream starts() {
        return this.hidden.stream().filter(at -> at == 0 || !this.hidden.get(at - 1));
    }

    /** The hidden parts of a text. */
    Stream<String> of(String text) {
        return starts().mapToObj(from -> text.substring(from, Math.min(this.hidden.nextClearBit(from), text.length())));
    }

    /**
     * The first characters of the text with {@link Redaction#HIDDEN} instead of each hidden part, also for a part that
     * continues after them.
     */
    String in(String text, int length) {
        if (this.hidden.isEmpty()) {
            return text.substring(0, length);
        }
        StringBuilder shown = new StringBuilder(length);
        int at = 0;
        for (int from = this.hidden.nextSetBit(0); from >= 0 && from < length; from = this.hidden.nextSetBit(at)) {
            shown.append(text, at, from).append(Redaction.HIDDEN);
            at = Math.min(this.hidden.nextClearBit(from), length);
        }
        return shown.append(text, at, length).toString();
    }
}

package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.List;

import dev.tare.version.Digits;
import org.jspecify.annotations.Nullable;

/** A part of a version in Maven's order. At the same place, words come before lists, and lists before numbers. */
sealed interface MavenItem {

    /** Whether the part has no effect at the end of a list: 1.0.0 is 1, and 1.ga is 1. */
    boolean isNull();

    int rank();

    int compareToSame(MavenItem other);

    int compareToNone();

    /** @param other the part of the other version at the same place, or {@code null} after its end */
    default int order(@Nullable MavenItem other) {
        if (other == null) {
            return compareToNone();
        }
        return rank() == other.rank() ? compareToSame(other) : Integer.compare(rank(), other.rank());
    }

    /** Digits, of any length. */
    record Numeral(String digits) implements MavenItem {

        @Override
        public boolean isNull() {
            return compareToNone() == 0;
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public int compareToSame(MavenItem other) {
            return Digits.compare(this.digits, ((Numeral) other).digits);
        }

        @Override
        public int compareToNone() {
            return Digits.compare(this.digits, "");
        }
    }

    /** A qualifier. The empty one is a release. */
    record Word(String text) implements MavenItem {

        private static final List<String> KNOWN = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

        private static final Word RELEASE = new Word("");

        /** The meaning of a word, which may depend on whether a number follows directly. */
        static Word of(String text, boolean beforeNumber) {
            return new Word(switch (text) {
                case "ga", "final", "release" -> "";
                case "cr" -> "rc";
                case "a" -> beforeNumber ? "alpha" : text;
                case "b" -> beforeNumber ? "beta" : text;
                case "m" -> beforeNumber ? "milestone" : text;
                default -> text;
            });
        }

        @Override
        public boolean isNull() {
            return this.text.isEmpty();
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public int compareToSame(MavenItem other) {
            Word word = (Word) other;
            int order = Integer.compare(place(), word.place());
            return order != 0 || place() < KNOWN.size() ? order : this.text.compareTo(word.text);
        }

        @Override
        public int compareToNone() {
            return compareToSame(RELEASE);
        }

        private int place() {
            int known = KNOWN.indexOf(this.text);
            return known < 0 ? KNOWN.size() : known;
        }
    }

    /** The list after a hyphen, or after a change between digits and letters. */
    final class Items implements MavenItem {

        private final List<MavenItem> items = new ArrayList<>();

        void add(MavenItem item) {
            this.items.add(item);
        }

        boolean isEmpty() {
            return this.items.isEmpty();
        }

        /** Removes parts without effect at the end, and before the lists at the end. */
        void trim() {
            for (int i = this.items.size() - 1; i >= 0; i--) {
                if (this.items.get(i).isNull()) {
                    this.items.remove(i);
                } else if (!(this.items.get(i) instanceof Items)) {
                    return;
                }
            }
        }

        @Override
        public boolean isNull() {
            return isEmpty();
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public int compareToSame(MavenItem other) {
            List<MavenItem> others = ((Items) other).items;
            for (int i = 0; i < Math.max(this.items.size(), others.size()); i++) {
                MavenItem second = i < others.size() ? others.get(i) : null;
                int order = i < this.items.size() ? this.items.get(i).order(second)
                        : -others.get(i).compareToNone();
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        @Override
        public int compareToNone() {
            return this.items.stream()
                    .mapToInt(MavenItem::compareToNone)
                    .filter(order -> order != 0)
                    .findFirst()
                    .orElse(0);
        }
    }
}

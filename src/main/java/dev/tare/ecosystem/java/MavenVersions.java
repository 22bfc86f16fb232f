package dev.tare.ecosystem.java;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;

import dev.tare.ecosystem.java.MavenItem.Items;
import dev.tare.ecosystem.java.MavenItem.Numeral;
import dev.tare.ecosystem.java.MavenItem.Word;
import dev.tare.version.Digits;
import dev.tare.version.VersionOrder;

/**
 * The order of Maven's versions: alternating numbers and words. Known words come before or at a release, and other
 * words after it. Versions are parsed like in Maven 3.9, because the specification does not define the effect of
 * separators on words.
 *
 * @see <a href="https://maven.apache.org/pom.html#version-order-specification">Maven, version order specification</a>
 */
final class MavenVersions {

    static final VersionOrder ORDER =
            VersionOrder.of(Comparator.comparing(MavenVersions::parse, MavenItem::order));

    private static final String ZERO = "0";

    private final String text;

    /** The innermost open list. */
    private final Deque<Items> open = new ArrayDeque<>();

    private MavenVersions(String text) {
        this.text = text;
        this.open.addLast(new Items());
    }

    private static MavenItem parse(String version) {
        return new MavenVersions(version.toLowerCase(Locale.ENGLISH)).items();
    }

    private Items items() {
        int at = 0;
        while (at < this.text.length()) {
            at = isSeparator(at) ? separated(at) : taken(at);
        }
        this.open.descendingIterator().forEachRemaining(Items::trim);
        return this.open.getFirst();
    }

    /** Nothing between two separators is 0. A hyphen begins a list. */
    private int separated(int at) {
        if (at == 0 || isSeparator(at - 1)) {
            add(new Numeral(ZERO));
        }
        if (this.text.charAt(at) == '-') {
            openList();
        }
        return at + 1;
    }

    /** A word forms its own list if a number or nothing follows. So does a part of the other kind. */
    private int taken(int from) {
        boolean number = Digits.isDigit(this.text.charAt(from));
        int end = number ? Digits.end(this.text, from) : endOfWord(from);
        boolean touching = end < this.text.length() && !isSeparator(end);
        if (!number && (touching || end == this.text.length()) && !this.open.getLast().isEmpty()) {
            openList();
        }
        String part = this.text.substring(from, end);
        add(number ? new Numeral(part) : Word.of(part, touching));
        if (touching) {
            openList();
        }
        return end;
    }

    private void add(MavenItem item) {
        this.open.getLast().add(item);
    }

    private void openList() {
        Items list = new Items();
        add(list);
        this.open.addLast(list);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < this.text.length() && !isSeparator(end) && !Digits.isDigit(this.text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isSeparator(int at) {
        return this.text.charAt(at) == '.' || this.text.charAt(at) == '-';
    }
}

package dev.tare.ecosystem.rpm;

import java.util.Comparator;

import dev.tare.version.Digits;
import dev.tare.version.EpochVersion;
import dev.tare.version.VersionOrder;

/**
 * The order of rpm's versions: {@code [epoch:]version-release}.
 *
 * @see <a href="https://rpm-software-management.github.io/rpm/man/rpm-version.7">rpm-version</a>
 */
final class RpmVersions {

    static final VersionOrder ORDER = VersionOrder.of(Comparator.comparing(EpochVersion::parse,
            Comparator.comparing(EpochVersion::epoch, Digits::compare)
                    .thenComparing(EpochVersion::version, RpmVersions::compareParts)
                    .thenComparing(EpochVersion::revision, RpmVersions::compareParts)));

    private RpmVersions() {}

    /**
     * Alternates between runs of digits and letters. Other characters separate them. {@code ~} sorts before the end,
     * and {@code ^} after it.
     */
    private static int compareParts(String one, String other) {
        int i = skip(one, 0);
        int j = skip(other, 0);
        while (i < one.length() && j < other.length()) {
            int order = Integer.compare(rank(one, i), rank(other, j));
            if (order != 0) {
                return order;
            }
            int iEnd = end(one, i);
            int jEnd = end(other, j);
            String first = one.substring(i, iEnd);
            String second = other.substring(j, jEnd);
            order = Digits.isDigit(first.charAt(0)) ? Digits.compare(first, second) : first.compareTo(second);
            if (order != 0) {
                return order;
            }
            i = skip(one, iEnd);
            j = skip(other, jEnd);
        }
        return Integer.compare(rank(one, i), rank(other, j));
    }

    /** The next part: a tilde, the end, a caret, letters or digits. */
    private static int rank(String text, int at) {
        if (at >= text.length()) {
            return 1;
        }
        char next = text.charAt(at);
        return next == '~' ? 0 : next == '^' ? 2 : Digits.isLetter(next) ? 3 : 4;
    }

    private static int end(String text, int from) {
        if (Digits.isDigit(text.charAt(from))) {
            return Digits.end(text, from);
        }
        int end = from + 1;
        while (Digits.isLetter(text.charAt(from)) && end < text.length() && Digits.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && !Digits.isDigit(text.charAt(at)) && !Digits.isLetter(text.charAt(at))
                && text.charAt(at) != '~' && text.charAt(at) != '^') {
            at++;
        }
        return at;
    }
}

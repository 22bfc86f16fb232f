package dev.tare.ecosystem.dpkg;

import java.util.Comparator;

import dev.tare.version.Digits;
import dev.tare.version.EpochVersion;
import dev.tare.version.VersionOrder;

/**
 * The order of Debian's versions: {@code [epoch:]upstream[-revision]}.
 *
 * @see <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#version">Debian policy, version</a>
 */
final class DpkgVersions {

    static final VersionOrder ORDER = VersionOrder.of(Comparator.comparing(EpochVersion::parse,
            Comparator.comparing(EpochVersion::epoch, Digits::compare)
                    .thenComparing(EpochVersion::version, DpkgVersions::compareParts)
                    .thenComparing(EpochVersion::revision, DpkgVersions::compareParts)));

    private DpkgVersions() {}

    /**
     * Alternates between other characters and digits. A tilde sorts before the end, and letters before all other
     * characters.
     */
    private static int compareParts(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() || j < other.length()) {
            while (isSign(one, i) || isSign(other, j)) {
                int order = Integer.compare(weight(one, i), weight(other, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int iEnd = Digits.end(one, Math.min(i, one.length()));
            int jEnd = Digits.end(other, Math.min(j, other.length()));
            int order = Digits.compare(one.substring(Math.min(i, one.length()), iEnd),
                    other.substring(Math.min(j, other.length()), jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return 0;
    }

    private static boolean isSign(String text, int at) {
        return at < text.length() && !Digits.isDigit(text.charAt(at));
    }

    private static int weight(String text, int at) {
        if (!isSign(text, at)) {
            return 0;
        }
        char sign = text.charAt(at);
        return sign == '~' ? -1 : Digits.isLetter(sign) ? sign : sign + Character.MAX_VALUE;
    }
}

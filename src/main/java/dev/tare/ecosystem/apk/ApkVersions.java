package dev.tare.ecosystem.apk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.version.Digits;
import org.jspecify.annotations.Nullable;

/**
 * The order of Alpine's versions: {@code numbers[letter][_suffix[number]…][-rBuild]}.
 *
 * @see <a href="https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd">apk-package</a>
 */
final class ApkVersions {

    private static final Pattern FORM = Pattern
            .compile("(\\d+(?:\\.\\d+)*)([a-z]?)((?:_[a-z]+\\d*)*)(?:~[0-9a-f]+)?(?:-r(\\d+))?");

    private static final Pattern SUFFIX = Pattern.compile("_([a-z]+)(\\d*)");

    /** Suffixes before the empty one make a version older, and suffixes after it newer. */
    private static final List<String> SUFFIXES =
            List.of("alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p");

    private ApkVersions() {}

    /** {@code null} if one of the strings has another form. */
    static @Nullable Integer compare(String one, String other) {
        Matcher first = FORM.matcher(one);
        Matcher second = FORM.matcher(other);
        if (!first.matches() || !second.matches()) {
            return null;
        }
        int order = compareNumbers(first.group(1).split("\\."), second.group(1).split("\\."));
        order = order != 0 ? order : first.group(2).compareTo(second.group(2));
        order = order != 0 ? order : compareSuffixes(first.group(3), second.group(3));
        return order != 0 ? order : Digits.compare(build(first), build(second));
    }

    /** A number other than the first that begins with 0 is compared like a decimal fraction. */
    private static int compareNumbers(String[] one, String[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            boolean fraction = i > 0 && (one[i].startsWith("0") || other[i].startsWith("0"));
            int order = fraction ? one[i].compareTo(other[i]) : Digits.compare(one[i], other[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length, other.length);
    }

    private static int compareSuffixes(String one, String other) {
        Matcher first = SUFFIX.matcher(one);
        Matcher second = SUFFIX.matcher(other);
        while (true) {
            boolean more = first.find();
            boolean otherMore = second.find();
            if (!more && !otherMore) {
                return 0;
            }
            int order = Integer.compare(SUFFIXES.indexOf(more ? first.group(1) : ""),
                    SUFFIXES.indexOf(otherMore ? second.group(1) : ""));
            if (order != 0) {
                return order;
            }
            order = Digits.compare(first.group(2), second.group(2));
            if (order != 0) {
                return order;
            }
        }
    }

    private static String build(Matcher version) {
        return version.group(4) == null ? "" : version.group(4);
    }
}

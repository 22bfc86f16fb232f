package dev.tare.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The order of Semantic Versioning. Up to four numbers count, as in versions of NuGet.
 *
 * @see <a href="https://semver.org/spec/v2.0.0.html#spec-item-11">Semantic Versioning, precedence</a>
 */
public final class SemanticVersions {

    private static final Pattern FORM =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){0,3})(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    private SemanticVersions() {}

    /** {@code null} if one of the strings is not a version. */
    public static @Nullable Integer compare(String one, String other) {
        Matcher first = FORM.matcher(one);
        Matcher second = FORM.matcher(other);
        if (!first.matches() || !second.matches()) {
            return null;
        }
        int order = compareNumbers(first.group(1), second.group(1));
        return order != 0 ? order : comparePrereleases(orEmpty(first.group(2)), orEmpty(second.group(2)));
    }

    /** Compares numbers with dots between them. Missing numbers are 0. */
    public static int compareNumbers(String one, String other) {
        String[] first = one.split("\\.", -1);
        String[] second = other.split("\\.", -1);
        for (int i = 0; i < Math.max(first.length, second.length); i++) {
            int order = Digits.compare(i < first.length ? first[i] : "", i < second.length ? second[i] : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Compares the parts of two versions after the hyphen. A version without one is a release, which is newer. */
    public static int comparePrereleases(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        String[] first = one.split("\\.", -1);
        String[] second = other.split("\\.", -1);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int order = compareParts(first[i], second[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.length, second.length);
    }

    /** Numbers are compared by value. They come before words. */
    private static int compareParts(String one, String other) {
        boolean isNumber = isNumber(one);
        if (isNumber != isNumber(other)) {
            return isNumber ? -1 : 1;
        }
        return isNumber ? Digits.compare(one, other) : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && Digits.end(part, 0) == part.length();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package dev.tare.ecosystem.ruby;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.version.Digits;
import org.jspecify.annotations.Nullable;

/**
 * The order of RubyGems' versions: alternating numbers and words. A word comes before any number.
 *
 * @see <a href="https://docs.ruby-lang.org/en/3.4/Gem/Version.html">Gem::Version</a>
 */
final class GemVersions {

    private static final Pattern FORM =
            Pattern.compile("[0-9]+(?:\\.[0-9a-zA-Z]+)*+(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*+)?");

    private static final Pattern SEGMENT = Pattern.compile("[0-9]+|[a-zA-Z]+");

    private static final String ZERO = "0";

    private GemVersions() {}

    /** {@code null} if one of the strings is not a gem version. */
    static @Nullable Integer compare(String one, String other) {
        if (!FORM.matcher(one).matches() || !FORM.matcher(other).matches()) {
            return null;
        }
        List<String> first = segments(one);
        List<String> second = segments(other);
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            int order = compareSegments(i < first.size() ? first.get(i) : ZERO,
                    i < second.size() ? second.get(i) : ZERO);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Drops zeros at the end, and before the first word. */
    private static List<String> segments(String version) {
        List<String> segments = new ArrayList<>();
        boolean onlyNumbers = true;
        Matcher matcher = SEGMENT.matcher(version.replace("-", ".pre."));
        while (matcher.find()) {
            if (onlyNumbers && !isNumber(matcher.group())) {
                trim(segments);
                onlyNumbers = false;
            }
            segments.add(matcher.group());
        }
        trim(segments);
        return segments;
    }

    private static void trim(List<String> segments) {
        while (!segments.isEmpty() && isNumber(segments.getLast()) && Digits.compare(segments.getLast(), ZERO) == 0) {
            segments.removeLast();
        }
    }

    private static int compareSegments(String one, String other) {
        boolean isNumber = isNumber(one);
        if (isNumber != isNumber(other)) {
            return isNumber ? 1 : -1;
        }
        return isNumber ? Digits.compare(one, other) : one.compareTo(other);
    }

    private static boolean isNumber(String segment) {
        return Digits.isDigit(segment.charAt(0));
    }
}

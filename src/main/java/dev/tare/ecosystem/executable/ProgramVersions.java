package dev.tare.ecosystem.executable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.version.Digits;
import org.jspecify.annotations.Nullable;

/**
 * The order of versions that begin with numbers. If the numbers are equal, stages of development precede the release,
 * and letters and patch levels follow it: {@code 1.1.1rc1}, {@code 1.1.1}, {@code 1.1.1k}. Programs differ in the order
 * of other versions with the same numbers.
 */
final class ProgramVersions {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");

    private static final Pattern SUFFIX = Pattern.compile("-?([A-Za-z]*)[.-]?(\\d*)(\\+?)");

    /** Words before the release, from the first to the last. */
    private static final List<String> STAGES = List.of("dev", "alpha", "beta", "preview", "pre", "rc");

    private ProgramVersions() {}

    static @Nullable Integer compare(String one, String other) {
        Matcher first = NUMBERS.matcher(one);
        Matcher second = NUMBERS.matcher(other);
        if (!first.lookingAt() || !second.lookingAt()) {
            return null;
        }
        int order = compareNumbers(first.group(), second.group());
        if (order != 0) {
            return order;
        }
        String suffix = one.substring(first.end());
        String otherSuffix = other.substring(second.end());
        if (suffix.equals(otherSuffix)) {
            return 0;
        }
        Suffix parsed = Suffix.parse(suffix);
        Suffix otherParsed = Suffix.parse(otherSuffix);
        return parsed == null || otherParsed == null ? null : Suffix.ORDER.compare(parsed, otherParsed);
    }

    private static int compareNumbers(String one, String other) {
        String[] first = one.split("\\.");
        String[] second = other.split("\\.");
        for (int i = 0; i < Math.max(first.length, second.length); i++) {
            int order = Digits.compare(i < first.length ? first[i] : "", i < second.length ? second[i] : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /**
     * @param stage  index in the stages, or their number for a release and the letters after it
     * @param letter {@code w} of OpenSSL, and {@code p} of OpenSSH, which a number follows
     * @param plus   a plus if changes follow
     */
    private record Suffix(int stage, String letter, String number, String plus) {

        static final Comparator<Suffix> ORDER = Comparator.comparingInt(Suffix::stage)
                .thenComparing(Suffix::letter)
                .thenComparing(Suffix::number, Digits::compare)
                .thenComparing(Suffix::plus);

        static @Nullable Suffix parse(String suffix) {
            Matcher matcher = SUFFIX.matcher(suffix);
            if (!matcher.matches()) {
                return null;
            }
            String number = matcher.group(2);
            String letters = matcher.group(1).toLowerCase(Locale.ROOT);
            String word = switch (number.isEmpty() ? "" : letters) {
                case "a" -> "alpha";
                case "b" -> "beta";
                default -> letters;
            };
            int stage = STAGES.indexOf(word);
            boolean isLetter = number.isEmpty() ? word.length() <= 2 : word.equals("p");
            if (stage < 0 && !isLetter) {
                return null;
            }
            return stage < 0 ? new Suffix(STAGES.size(), word, number, matcher.group(3))
                    : new Suffix(stage, "", number, matcher.group(3));
        }
    }
}

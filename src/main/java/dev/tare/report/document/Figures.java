package dev.tare.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.tare.comparison.version.JarSimilarity;
import dev.tare.policy.check.Verdict;
import dev.tare.report.WasteReport;
import org.jspecify.annotations.Nullable;

/** Puts figures and fixed terms into words, the same in every format. */
final class Figures {

    private static final BigDecimal ALMOST_NOTHING = BigDecimal.valueOf(-99);

    private static final BigDecimal LEAST_LEFT = BigDecimal.valueOf(-999, 1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 jar} or {@code 2 jars}. */
    static Line count(long number, String one, String many) {
        return Line.of(new Value.Count(number), " " + (number == 1 ? one : many));
    }

    /** The word of a constant, in lower case. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The text with a capital letter at its start. */
    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The text with a lower-case letter at its start. */
    static String uncapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    static String verdict(Verdict verdict) {
        return verdict == Verdict.NOT_APPLICABLE ? "n/a" : word(verdict);
    }

    /** A time to the minute. */
    static String time(@Nullable Instant time) {
        return time == null ? "unknown" : TIME.format(time);
    }

    /** The signed growth with its percentage, such as {@code -55.0 MB, -26 %}. */
    static Value.Figure growth(long from, long to) {
        String percent = percent(from, to);
        return new Value.Figure(HumanSize.ofGrowth(to - from) + (percent.isEmpty() ? "" : ", " + percent));
    }

    /** The growth in percent, such as {@code -26 %}; empty if it grew from nothing, or by too little to be shown. */
    static String percent(long from, long to) {
        if (from == 0) {
            return "";
        }
        BigDecimal percent = BigDecimal.valueOf(to)
                .subtract(BigDecimal.valueOf(from))
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(from), 2, RoundingMode.HALF_UP);
        BigDecimal shown = rounded(percent, to);
        return shown.signum() == 0 && from != to ? ""
                : (shown.signum() > 0 ? "+" : "") + shown.toPlainString() + " %";
    }

    private static BigDecimal rounded(BigDecimal percent, long to) {
        if (to > 0 && percent.compareTo(ALMOST_NOTHING) < 0) {
            return percent.max(LEAST_LEFT).setScale(1, RoundingMode.DOWN);
        }
        return percent.setScale(percent.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    /** The efficiency as dive defines it, rounded down, so that only an image without waste has 100 %. */
    static Value.Figure efficiency(WasteReport.DiveEfficiency efficiency) {
        return new Value.Figure(BigDecimal.valueOf(efficiency.score())
                .movePointRight(2)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString() + " %");
    }

    /** The equal parts of two different jars. */
    static String same(JarSimilarity same) {
        return switch (same) {
            case SAME_FILES -> "same files; times, order or compression differ";
            case SAME_BUT_MANIFEST -> "same files but META-INF/MANIFEST.MF";
            case SAME_CLASSES -> "same classes";
        };
    }
}

package dev.tare.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.tare.comparison.version.JarSimilarity;
import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ImageReport;
import dev.tare.report.JavaReport;
import dev.tare.report.WasteReport;
import org.jspecify.annotations.Nullable;

/** Puts figures and fixed terms into words, the same in every format. */
public final class Figures {

    private static final BigDecimal ALMOST_NOTHING = BigDecimal.valueOf(-99);

    private static final BigDecimal LEAST_LEFT = BigDecimal.valueOf(-999, 1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 jar} or {@code 2 jars}. */
    public static Line count(long number, String one, String many) {
        return Line.of(new Value.Count(number), " " + (number == 1 ? one : many));
    }

    /** The word of a constant, in lower case. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The text with a capital letter at its start. */
    public static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The text with a lower-case letter at its start. */
    public static String uncapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    public static String verdict(Verdict verdict) {
        return verdict == Verdict.NOT_APPLICABLE ? "n/a" : word(verdict);
    }

    /** A time to the minute. */
    public static String time(@Nullable Instant time) {
        return time == null ? "unknown" : TIME.format(time);
    }

    /** The signed growth with its percentage, such as {@code -55.0 MB, -26 %}. */
    public static Value.Figure growth(long from, long to) {
        String percent = percent(from, to);
        return new Value.Figure(HumanSize.ofGrowth(to - from) + (percent.isEmpty() ? "" : ", " + percent));
    }

    /** The growth in percent, such as {@code -26 %}; empty if it grew from nothing, or by too little to be shown. */
    public static String percent(long from, long to) {
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
    public static Value.Figure efficiency(WasteReport.DiveEfficiency efficiency) {
        return new Value.Figure(BigDecimal.valueOf(efficiency.score())
                .movePointRight(2)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString() + " %");
    }

    /** The equal parts of two different jars. */
    public static String same(JarSimilarity same) {
        return switch (same) {
            case SAME_FILES -> "same files; times, order or compression differ";
            case SAME_BUT_MANIFEST -> "same files but META-INF/MANIFEST.MF";
            case SAME_CLASSES -> "same classes";
        };
    }

    /** The verdict, or that it is waived. */
    public static Cell verdict(CheckReport check) {
        return Cell.tag(check.waivedBecause() == null ? verdict(check.verdict()) : "waived");
    }

    /** The command that made a layer. */
    public static Cell step(ImageReport.Layer layer) {
        String step = layer.createdBy() == null ? layer.comment() : layer.createdBy();
        return step == null || step.isBlank() ? Cell.of("not in the history")
                : Cell.of(new Value.Step(step));
    }

    /** A Java runtime with its version and the number of its modules. */
    public static Line runtime(JavaReport.Installation runtime) {
        String version = runtime.runtimeVersion() == null ? runtime.version() : runtime.runtimeVersion();
        return Line.of(new Value.Prose(runtime.vendor() == null ? version : runtime.vendor() + " " + version),
                runtime.modules().isEmpty() ? null : ", ",
                runtime.modules().isEmpty() ? null : count(runtime.modules().size(), "module", "modules"));
    }
}

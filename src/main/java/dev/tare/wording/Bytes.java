package dev.tare.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats numbers of bytes. No other class rounds bytes. */
public final class Bytes {

    /** The decimal units of {@code docker images}. */
    private static final String[] UNITS = { "B", "kB", "MB", "GB", "TB", "PB", "EB" };

    private static final double STEP = 1000;

    private static final BigDecimal ALMOST_NOTHING = BigDecimal.valueOf(-99);

    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(10_000);

    private static final BigDecimal LEAST_LEFT = BigDecimal.valueOf(-999, 1);

    private Bytes() {}

    /** Formats all digits: {@code 1 byte} or {@code 12,345 bytes}. */
    public static String exact(long bytes) {
        return Counts.of(bytes, "byte", "bytes");
    }

    /** Rounds to three significant digits: {@code 999 B}, {@code 1.23 kB}, {@code 141 MB}, {@code -4.50 MB}. */
    public static String rounded(long bytes) {
        double value = bytes;
        int unit = 0;
        while (shown(value, unit) >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return number(value, unit) + " " + UNITS[unit];
    }

    /** Rounds a growth, which always has a sign: {@code +4.50 MB}, {@code -4.50 MB}, {@code 0 B}. */
    public static String growth(long bytes) {
        return bytes > 0 ? "+" + rounded(bytes) : rounded(bytes);
    }

    /** Rounds a growth and adds its percentage: {@code -55.0 MB, -26 %}. */
    public static String growth(long from, long to) {
        String percent = growthInPercent(from, to);
        return growth(to - from) + (percent.isEmpty() ? "" : ", " + percent);
    }

    /** The growth in percent, such as {@code -26 %}; empty if it grew from nothing, by too little to be shown, or by a factor of more than 100. */
    public static String growthInPercent(long from, long to) {
        if (from == 0) {
            return "";
        }
        BigDecimal percent = BigDecimal.valueOf(to)
                .subtract(BigDecimal.valueOf(from))
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(from), 2, RoundingMode.HALF_UP);
        BigDecimal shown = rounded(percent, to);
        return (shown.signum() == 0 && from != to) || shown.compareTo(TOO_MUCH) > 0 ? ""
                : (shown.signum() > 0 ? "+" : "") + shown.toPlainString() + " %";
    }

    private static BigDecimal rounded(BigDecimal percent, long to) {
        if (to > 0 && percent.compareTo(ALMOST_NOTHING) < 0) {
            return percent.max(LEAST_LEFT).setScale(1, RoundingMode.DOWN);
        }
        return percent.setScale(percent.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    /** The number as it will be shown, so that 999,999 bytes become 1.00 MB and not 1000 kB. */
    private static double shown(double value, int unit) {
        return Math.abs(Double.parseDouble(number(value, unit)));
    }

    private static String number(double value, int unit) {
        if (unit == 0 || Math.abs(value) >= 99.95) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 9.995 ? "%.1f" : "%.2f", value);
    }
}

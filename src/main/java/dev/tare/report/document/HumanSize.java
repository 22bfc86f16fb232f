package dev.tare.report.document;

import java.util.Locale;

/** Sizes for people, in the decimal units of {@code docker images}. This is the one place where bytes are rounded. */
public final class HumanSize {

    private static final String[] UNITS = { "B", "kB", "MB", "GB", "TB", "PB", "EB" };

    private static final double STEP = 1000;

    private HumanSize() {}

    /** About three significant digits: {@code 999 B}, {@code 1.23 kB}, {@code 141 MB}, {@code -4.5 MB}. */
    public static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (shown(value, unit) >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return number(value, unit) + " " + UNITS[unit];
    }

    /** The same with a sign, for growth: {@code +4.5 MB}, {@code -4.5 MB}, {@code 0 B}. */
    public static String ofGrowth(long bytes) {
        return bytes > 0 ? "+" + of(bytes) : of(bytes);
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

package dev.tare.wording;

import java.util.Locale;

/** Formats counts. */
public final class Counts {

    private Counts() {}

    /** Formats a number with thousands separators: {@code 12,345}. */
    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Formats a number with its noun: {@code 1 jar} or {@code 2 jars}. */
    public static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }
}

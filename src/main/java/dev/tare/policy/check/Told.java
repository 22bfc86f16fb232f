package dev.tare.policy.check;

import java.util.Locale;

/** Puts figures into words, in evidence and in reports alike. */
public final class Told {

    private Told() {}

    /** {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 jar} or {@code 2 jars}. */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 1 byte} or {@code 12,345 bytes}. */
    public static String bytes(long bytes) {
        return number(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    /** The text with a capital letter in front. */
    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

package dev.tare.wording;

import java.util.Locale;

/** Formats figures for sentences. */
public final class Words {

    private Words() {}

    /** Formats a number with thousands separators: {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Formats a number with its noun: {@code 1 jar} or {@code 2 jars}. */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Formats a number of bytes: {@code 1 byte} or {@code 12,345 bytes}. */
    public static String bytes(long bytes) {
        return number(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    /** Returns the text with a capital first letter. */
    public static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

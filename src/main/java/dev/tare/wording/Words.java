package dev.tare.wording;

import java.util.Locale;

/** Turns names of constants and titles into words of a sentence. */
public final class Words {

    private Words() {}

    /** The name of a constant in lower case, with spaces: {@code not applicable}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The text with a capital letter at its start. */
    public static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The text with a lower-case letter at its start. */
    public static String uncapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}

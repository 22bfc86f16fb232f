package dev.tare.source.format;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.image.ErrorText;

import static java.util.stream.Collectors.joining;

/** The names that a person may choose from, cut to a reasonable length for a message. */
final class Choices {

    private static final int SHOWN = 20;

    private static final int LENGTH = 80;

    private Choices() {}

    /** The first names, unchanged. */
    static String of(List<String> choices) {
        return list(choices, UnaryOperator.identity());
    }

    /**
     * The beginnings of the first names.
     *
     * @param masking replaces the secrets in a string
     */
    static String shown(List<String> choices, UnaryOperator<String> masking) {
        return list(choices, choice -> ErrorText.start(choice, LENGTH, masking));
    }

    private static String list(List<String> choices, UnaryOperator<String> form) {
        String shown = choices.stream().limit(SHOWN).map(form).collect(joining(", "));
        return choices.size() > SHOWN ? shown + " and " + (choices.size() - SHOWN) + " more" : shown;
    }
}

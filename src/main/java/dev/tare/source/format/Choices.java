package dev.tare.source.format;

import java.util.List;

import dev.tare.secret.redaction.Redaction;

import static java.util.stream.Collectors.joining;

/** What a person may choose from, for a message of bearable length. */
final class Choices {

    private static final int SHOWN = 20;

    private static final int LENGTH = 80;

    private Choices() {}

    static String shown(List<String> choices) {
        String shown = withoutSecrets(choices).stream().limit(SHOWN).map(Choices::shown).collect(joining(", "));
        return choices.size() > SHOWN ? shown + " and " + (choices.size() - SHOWN) + " more" : shown;
    }

    /** Names come from whoever made the image. */
    static List<String> withoutSecrets(List<String> choices) {
        return choices.stream().map(Redaction::text).toList();
    }

    private static String shown(String choice) {
        return choice.length() > LENGTH ? choice.substring(0, LENGTH) + "…" : choice;
    }
}

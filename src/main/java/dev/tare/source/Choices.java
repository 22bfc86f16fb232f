package dev.tare.source;

import java.util.List;
import java.util.stream.Collectors;

/** What a person may choose from, for a message of bearable length. */
final class Choices {

    private static final int SHOWN = 20;

    private static final int LENGTH = 80;

    private Choices() {}

    static String shown(List<String> choices) {
        String shown = choices.stream().limit(SHOWN).map(Choices::shown).collect(Collectors.joining(", "));
        return choices.size() > SHOWN ? shown + " and " + (choices.size() - SHOWN) + " more" : shown;
    }

    private static String shown(String choice) {
        return choice.length() > LENGTH ? choice.substring(0, LENGTH) + "…" : choice;
    }
}

package dev.tare.source;

import java.util.List;

/** What a person may choose from, for a message of bearable length. */
final class Choices {

    private static final int SHOWN = 20;

    private Choices() {}

    static String shown(List<String> choices) {
        String shown = String.join(", ", choices.subList(0, Math.min(SHOWN, choices.size())));
        return choices.size() > SHOWN ? shown + " and " + (choices.size() - SHOWN) + " more" : shown;
    }
}

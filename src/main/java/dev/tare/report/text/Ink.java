package dev.tare.report.text;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

/** The color of a piece of text on a terminal, as a code of ECMA-48 (SGR). */
enum Ink {

    PLAIN(""), TITLE("1"), GOOD("32"), BAD("31"), DOUBTFUL("33"), FAINT("2");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /**
     * The color of a line that begins with a tag, from the first word of the tag. Whether it is good to lose or to gain
     * something depends on the item, so these have no color.
     */
    static Ink of(Line line) {
        if (line.values().isEmpty() || !(line.values().getFirst() instanceof Value.Tag tag)) {
            return PLAIN;
        }
        return switch (tag.text().split(" ", 2)[0]) {
            case "pass", "added", "common" -> GOOD;
            case "fail", "removed", "hidden" -> BAD;
            case "warn", "modified", "changed", "upgrade", "downgrade", "renamed", "same" -> DOUBTFUL;
            case "unknown", "n/a", "waived" -> FAINT;
            default -> PLAIN;
        };
    }

    String paint(String text) {
        return this == PLAIN || text.isEmpty() ? text : ESCAPE + this.code + "m" + text + ESCAPE + "0m";
    }
}

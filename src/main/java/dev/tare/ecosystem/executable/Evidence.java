package dev.tare.ecosystem.executable;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A text in an executable that contains the version of a program. */
interface Evidence {

    /** The longest text, with its version and other bytes, in characters. */
    int MAX_LENGTH = 200;

    /** A constant part of the text, which is searched first. */
    String anchor();

    /**
     * The version at a place where the content has the anchor, or {@code null}. It reads at most some hundred
     * characters around the place, and each of them at most some hundred times.
     */
    @Nullable
    String versionAt(CharSequence content, int at);

    /** The text for a file with this name, or {@code null} if it needs a version in the name, which the name lacks. */
    default @Nullable Evidence in(String fileName) {
        return this;
    }

    /**
     * Parses a text of the table.
     *
     * @param program name of its program
     */
    static List<Evidence> parse(String text, String program) {
        if (text.equals("go")) {
            return LinkerVariable.go(program);
        }
        return text.startsWith("go ") ? LinkerVariable.go(text.substring(3)) : List.of(TextEvidence.parse(text));
    }
}

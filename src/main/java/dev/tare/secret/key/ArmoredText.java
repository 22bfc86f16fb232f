package dev.tare.secret.key;

import java.util.Base64;

import dev.tare.secret.Characters;
import dev.tare.secret.Window;

/** The Base64 between a text's begin and end lines. */
public final class ArmoredText {

    private static final Characters BASE64 = Characters.alphanumericAnd("+/=");

    private static final int CHECKSUM = 4;

    private static final int MOST_BACKSLASHES = 4;

    private final byte[] content;

    private final String checksum;

    private final int end;

    private ArmoredText(byte[] content, String checksum, int end) {
        this.content = content;
        this.checksum = checksum;
        this.end = end;
    }

    /** The decoded content, empty if it is not Base64. */
    byte[] content() {
        return this.content;
    }

    /** The checksum of OpenPGP: four characters after a {@code =} in a separate line. Empty for other texts. */
    String checksum() {
        return this.checksum;
    }

    /** The first place that is neither Base64 nor the end of a line. */
    public int end() {
        return this.end;
    }

    public static ArmoredText read(Window window, int from, int to) {
        StringBuilder text = new StringBuilder();
        String checksum = "";
        int at = from;
        for (int next = skipLineEnd(window, at); next < to && BASE64.has(window.at(next)); next = skipLineEnd(window,
                at)) {
            int end = BASE64.endOfRun(window.bytes(), next, to);
            if (window.at(next) == '=' && end - next == CHECKSUM + 1) {
                checksum = window.text(next + 1, end);
            } else {
                text.append(window.text(next, end));
            }
            at = end;
        }
        return new ArmoredText(decoded(text.toString()), checksum, skipLineEnd(window, at));
    }

    /** Skips spaces and line ends, also escaped ones. JSON in JSON escapes them twice. */
    public static int skipLineEnd(Window window, int from) {
        int at = from;
        while (true) {
            int c = window.at(at);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                at++;
            } else {
                int escaped = c == '\\' ? skipEscaped(window, at) : at;
                if (escaped == at) {
                    return at;
                }
                at = escaped;
            }
        }
    }

    private static int skipEscaped(Window window, int from) {
        int at = from;
        while (at - from < MOST_BACKSLASHES && window.at(at) == '\\') {
            at++;
        }
        return window.at(at) == 'n' || window.at(at) == 'r' ? at + 1 : from;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException ex) {
            return new byte[0];
        }
    }
}

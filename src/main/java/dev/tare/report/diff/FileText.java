package dev.tare.report.diff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of a file, or the reason why it is not shown.
 *
 * @param text     empty if it is not shown
 * @param omission {@code null} if the text can be shown
 */
public record FileText(String text, @Nullable Omission omission) {

    /** A file that does not exist. */
    static final FileText ABSENT = new FileText("", null);

    /** A file whose content could not be found again. */
    static final FileText UNREADABLE = omitted(Omission.UNREADABLE);

    /** Follows the last line if it has no end. No text contains it. */
    static final String NO_END = "\0";

    private static final int MOST_LINE = 4_096;

    private static final int MOST_LINES = 100_000;

    static FileText omitted(Omission omission) {
        return new FileText("", omission);
    }

    /** The text in UTF-8. A content with a NUL byte is no text. */
    static FileText of(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException ex) {
            return omitted(Omission.NO_TEXT);
        }
        if (text.contains(NO_END)) {
            return omitted(Omission.NO_TEXT);
        }
        int lines = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start)) {
            int next = end < 0 ? text.length() : end + 1;
            if (next - start > MOST_LINE || ++lines > MOST_LINES) {
                return omitted(Omission.LONG);
            }
            start = next;
        }
        return new FileText(text, null);
    }

    /** The lines without their ends. Only the list of a file that is compared is in memory. */
    List<String> lines() {
        if (this.text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(this.text.split("\n", -1)));
        String last = lines.removeLast();
        if (!last.isEmpty()) {
            lines.add(last + NO_END);
        }
        return lines;
    }
}

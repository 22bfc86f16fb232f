package dev.tare.report.diff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of a file, or the reason why it is not shown.
 *
 * @param lines    without their ends
 * @param ended    whether the last line has an end
 * @param omission {@code null} if the text can be shown
 */
public record FileText(List<String> lines, boolean ended, @Nullable Omission omission) {

    /** A file that does not exist. */
    static final FileText ABSENT = new FileText(List.of(), true, null);

    /** A file whose content could not be found again. */
    static final FileText UNREADABLE = omitted(Omission.UNREADABLE);

    private static final int MOST_LINE = 4_096;

    public FileText {
        lines = List.copyOf(lines);
    }

    static FileText omitted(Omission omission) {
        return new FileText(List.of(), true, omission);
    }

    /** The text in UTF-8. A content with a NUL byte is no text. */
    static FileText of(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException ex) {
            return omitted(Omission.NO_TEXT);
        }
        if (text.indexOf('\0') >= 0) {
            return omitted(Omission.NO_TEXT);
        }
        boolean ended = text.isEmpty() || text.endsWith("\n");
        List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
        FileText all =
                new FileText(ended && !lines.isEmpty() ? lines.subList(0, lines.size() - 1) : lines, ended, null);
        return all.lines.stream().anyMatch(line -> line.length() > MOST_LINE) ? omitted(Omission.LONG_LINE) : all;
    }
}

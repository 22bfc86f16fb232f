package dev.tare.report.document;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A text as a cell of comma-separated values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvCell {

    /** The end of a line. */
    public static final String LINE_END = "\r\n";

    /** A spreadsheet would run a cell that begins with one of them. */
    private static final String FORMULA_SIGNS = "=+-@";

    private static final Pattern TO_QUOTE = Pattern.compile("[\",]");

    private CsvCell() {}

    /** @param visible on one line, such as {@link VisibleText#of} returns it */
    public static String of(String visible) {
        if (visible.isEmpty()) {
            return "";
        }
        String shown = visible;
        if (FORMULA_SIGNS.indexOf(shown.charAt(0)) >= 0) {
            shown = "\\x" + HexFormat.of().withUpperCase().toHexDigits((byte) shown.charAt(0)) + shown.substring(1);
        }
        return TO_QUOTE.matcher(shown).find() ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }
}

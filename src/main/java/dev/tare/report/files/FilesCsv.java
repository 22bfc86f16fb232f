package dev.tare.report.files;

import java.io.IOException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import dev.tare.filetree.FileEntry;
import dev.tare.report.document.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The merged tree as comma-separated values, for spreadsheets and for comparison with other tools. Names are escaped
 * like in {@link VisibleText}, so that every path is one line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class FilesCsv {

    private static final String HEADER = "path,type,size,mode,uid,gid,target,sha256,layer";

    private static final String LINE_END = "\r\n";

    /** A spreadsheet would run a cell that begins with one of them. */
    private static final String FORMULA_SIGNS = "=+-@";

    private static final Pattern TO_QUOTE = Pattern.compile("[\",]");

    private FilesCsv() {}

    /** Writes a header and one line for each path, in the given order. */
    public static void write(Iterable<FileEntry> files, Appendable out) throws IOException {
        out.append(HEADER).append(LINE_END);
        for (FileEntry entry : files) {
            out.append(line(FileRow.of(entry))).append(LINE_END);
        }
    }

    /** Writes one more column with the evidence, the last one. */
    static void writeListed(Iterable<FileEntry> files, Appendable out) throws IOException {
        out.append(HEADER).append(",evidence").append(LINE_END);
        for (FileEntry entry : files) {
            out.append(line(FileRow.of(entry))).append(",\"").append(FileRow.LISTED).append('"').append(LINE_END);
        }
    }

    private static String line(FileRow row) {
        return String.join(",", name(row.path()), row.type(), Long.toString(row.size()), row.mode(),
                Long.toString(row.uid()), Long.toString(row.gid()), name(row.target()),
                row.sha256() == null ? "" : row.sha256(), Integer.toString(row.layer()));
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        String shown = FileRow.onOneLine(name);
        if (FORMULA_SIGNS.indexOf(shown.charAt(0)) >= 0) {
            shown = "\\x" + HexFormat.of().withUpperCase().toHexDigits((byte) shown.charAt(0)) + shown.substring(1);
        }
        return TO_QUOTE.matcher(shown).find() ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }
}

package dev.tare.report.files;

import java.io.IOException;

import dev.tare.filetree.FileEntry;
import dev.tare.report.document.CsvCell;
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

    private FilesCsv() {}

    /** Writes a header and one line for each path, in the given order. */
    public static void write(Iterable<FileEntry> files, Appendable out) throws IOException {
        out.append(HEADER).append(CsvCell.LINE_END);
        for (FileEntry entry : files) {
            out.append(line(FileRow.of(entry))).append(CsvCell.LINE_END);
        }
    }

    /** Writes one more column with the evidence, the last one. */
    static void writeListed(Iterable<FileEntry> files, Appendable out) throws IOException {
        out.append(HEADER).append(",evidence").append(CsvCell.LINE_END);
        for (FileEntry entry : files) {
            out.append(line(FileRow.of(entry)))
                    .append(",\"")
                    .append(FileRow.LISTED)
                    .append('"')
                    .append(CsvCell.LINE_END);
        }
    }

    private static String line(FileRow row) {
        return String.join(",", name(row.path()), row.type(), Long.toString(row.size()), row.mode(),
                Long.toString(row.uid()), Long.toString(row.gid()), name(row.target()),
                row.sha256() == null ? "" : row.sha256(), Integer.toString(row.layer()));
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : CsvCell.of(FileRow.onOneLine(name));
    }
}

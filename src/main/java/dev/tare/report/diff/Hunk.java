package dev.tare.report.diff;

import java.util.List;

import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;

/**
 * Some lines of two files with a few edits, in the unified format.
 *
 * @param range     of the lines in both files
 * @param from      masked lines of the first file
 * @param to        masked lines of the other file
 * @param fromNoEnd whether the last line of the first file is the end of that file without a line feed
 * @param toNoEnd   the same for the other file
 */
record Hunk(Edit range, List<String> from, List<String> to, boolean fromNoEnd, boolean toNoEnd) {

    String text(List<Edit> edits) {
        StringBuilder text = new StringBuilder("@@ -" + range(this.range.fromStart(), this.range.fromEnd()) + " +"
                + range(this.range.toStart(), this.range.toEnd()) + " @@\n");
        int fromAt = 0;
        int toAt = 0;
        for (Edit edit : edits) {
            int fromStart = edit.fromStart() - this.range.fromStart();
            common(text, fromAt, toAt, fromStart - fromAt);
            fromAt = fromStart;
            toAt = edit.toStart() - this.range.toStart();
            for (; fromAt < edit.fromEnd() - this.range.fromStart(); fromAt++) {
                line(text, '-', this.from.get(fromAt), this.fromNoEnd && fromAt == this.from.size() - 1);
            }
            for (; toAt < edit.toEnd() - this.range.toStart(); toAt++) {
                line(text, '+', this.to.get(toAt), this.toNoEnd && toAt == this.to.size() - 1);
            }
        }
        common(text, fromAt, toAt, this.from.size() - fromAt);
        return text.toString();
    }

    /** A line that is masked in one file is a secret there, and hidden although the other file shows it. */
    private void common(StringBuilder text, int fromAt, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            String one = this.from.get(fromAt + i);
            line(text, ' ', one.equals(this.to.get(toAt + i)) ? one : Redaction.HIDDEN,
                    this.toNoEnd && toAt + i == this.to.size() - 1);
        }
    }

    private static void line(StringBuilder text, char mark, String line, boolean noEnd) {
        text.append(mark).append(VisibleText.ofLines(line)).append('\n');
        if (noEnd) {
            text.append("\\ No newline at end of file\n");
        }
    }

    /** The first line and the number of lines. An empty range begins at the line before. */
    private static String range(int start, int end) {
        int count = end - start;
        return count == 1 ? String.valueOf(end) : (count == 0 ? start : start + 1) + "," + count;
    }
}

package dev.tare.report.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.file.FileChange;
import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/** Writes differences in the unified format, as far as there is room, and then the names of the files without room. */
final class DiffWriter {

    /** The greatest size of the differences in bytes. The names of other files fit into the rest of 64 KiB. */
    private static final int MOST = 48 << 10;

    private static final int SHOWN_NAMES = 5;

    private static final int MOST_NAME = 100;

    /** The characters around a hunk that are read for the names of its values. */
    private static final int MARGIN = 4 << 10;

    /** The greatest number of characters that are masked, which takes about 10 s. */
    private static final long MOST_MASKED = 4L << 20;

    /** After this many files without room, no other file is compared, because that takes up to 0.1 s. */
    private static final int MOST_TRIED = 100;

    private final int context;

    private final StringBuilder out = new StringBuilder();

    private final Map<Omission, List<String>> omitted = new EnumMap<>(Omission.class);

    private int left = MOST;

    private long masked;

    DiffWriter(int context) {
        this.context = context;
    }

    /** Leaves a file out. */
    void omit(String path, Omission omission) {
        this.omitted.computeIfAbsent(omission, absent -> new ArrayList<>()).add("/" + path);
    }

    /** Writes the difference of a file, or the hunks of it that fit. */
    void compare(FileChange change, FileText from, FileText to) {
        if (this.omitted.getOrDefault(Omission.ROOM, List.of()).size() >= MOST_TRIED) {
            omit(change.path(), Omission.ROOM);
            return;
        }
        List<String> before = from.lines();
        List<String> after = to.lines();
        String head = "--- " + name("a/", change.path(), change.from() == null) + "\n+++ "
                + name("b/", change.path(), change.to() == null) + "\n";
        for (List<Edit> hunk : hunks(LineDiff.between(before, after))) {
            String text = text(hunk, before, after);
            if (text == null || !append(head + text)) {
                omit(change.path() + (head.isEmpty() ? " (the rest)" : ""), Omission.ROOM);
                return;
            }
            head = "";
        }
    }

    /** The whole output, which is empty if no file differs. */
    String finish() {
        this.omitted.forEach((omission, paths) -> {
            this.out.append("# Not shown: ")
                    .append(Counts.of(paths.size(), "file ", "files "))
                    .append(omission.words());
            String separator = ": ";
            for (String path : paths.subList(0, Math.min(paths.size(), SHOWN_NAMES))) {
                this.out.append(separator).append(VisibleText.shortened(VisibleText.of(path), MOST_NAME));
                separator = ", ";
            }
            this.out.append(paths.size() > SHOWN_NAMES ? ", …\n" : "\n");
        });
        return this.out.toString();
    }

    /** A name with escapes has quotes, as git writes it. */
    private static String name(String side, String path, boolean absent) {
        String visible = VisibleText.of(path);
        return absent ? "/dev/null" : visible.equals(path) ? side + path : '"' + side + visible + '"';
    }

    /** Edits with few equal lines between them are one hunk. */
    private List<List<Edit>> hunks(List<Edit> edits) {
        List<List<Edit>> hunks = new ArrayList<>();
        for (Edit edit : edits) {
            if (hunks.isEmpty()
                    || edit.fromStart() - hunks.getLast().getLast().fromEnd() > 2 * this.context) {
                hunks.add(new ArrayList<>());
            }
            hunks.getLast().add(edit);
        }
        return hunks;
    }

    private @Nullable String text(List<Edit> hunk, List<String> before, List<String> after) {
        Edit first = hunk.getFirst();
        Edit last = hunk.getLast();
        int above = Math.min(this.context, first.fromStart());
        int below = Math.min(this.context, before.size() - last.fromEnd());
        Edit whole = new Edit(first.fromStart() - above, last.fromEnd() + below, first.toStart() - above,
                last.toEnd() + below);
        List<String> removed = masked(before, whole.fromStart(), whole.fromEnd());
        List<String> added = masked(after, whole.toStart(), whole.toEnd());
        if (removed == null || added == null) {
            return null;
        }
        StringBuilder text = new StringBuilder("@@ -" + range(whole.fromStart(), whole.fromEnd()) + " +"
                + range(whole.toStart(), whole.toEnd()) + " @@\n");
        int at = whole.toStart();
        for (Edit edit : hunk) {
            lines(text, ' ', added.subList(at - whole.toStart(), edit.toStart() - whole.toStart()));
            lines(text, '-', removed.subList(edit.fromStart() - whole.fromStart(), edit.fromEnd() - whole.fromStart()));
            lines(text, '+', added.subList(edit.toStart() - whole.toStart(), edit.toEnd() - whole.toStart()));
            at = edit.toEnd();
        }
        lines(text, ' ', added.subList(at - whole.toStart(), added.size()));
        return text.toString();
    }

    private static void lines(StringBuilder text, char mark, List<String> lines) {
        for (String line : lines) {
            boolean ended = !line.endsWith(FileText.NO_END);
            String whole = ended ? line : line.substring(0, line.length() - FileText.NO_END.length());
            text.append(mark).append(VisibleText.ofLines(whole)).append('\n');
            if (!ended) {
                text.append("\\ No newline at end of file\n");
            }
        }
    }

    /** The first line and the number of lines. An empty range begins at the line before. */
    private static String range(int start, int end) {
        int count = end - start;
        return count == 1 ? String.valueOf(end) : (count == 0 ? start : start + 1) + "," + count;
    }

    /**
     * Masks lines together with those around them, because a value can stand below its name.
     *
     * @return {@code null} if there is no room for the lines
     */
    private @Nullable List<String> masked(List<String> lines, int start, int end) {
        int length = length(lines, start, end);
        if (length > this.left || this.masked > MOST_MASKED) {
            return null;
        }
        int first = start;
        for (int room = MARGIN; first > 0 && lines.get(first - 1).length() < room; first--) {
            room -= lines.get(first - 1).length() + 1;
        }
        int last = end;
        for (int room = MARGIN; last < lines.size() && lines.get(last).length() < room; last++) {
            room -= lines.get(last).length() + 1;
        }
        this.masked += length(lines, first, last);
        String[] masked = Redaction.text(String.join("\n", lines.subList(first, last))).split("\n", -1);
        return masked.length == last - first ? List.of(masked).subList(start - first, end - first)
                : Collections.nCopies(end - start, Redaction.HIDDEN);
    }

    private static int length(List<String> lines, int start, int end) {
        return lines.subList(start, end).stream().mapToInt(line -> line.length() + 1).sum();
    }

    private boolean append(String text) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > this.left) {
            return false;
        }
        this.left -= size;
        this.out.append(text);
        return true;
    }
}

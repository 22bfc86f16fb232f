package dev.tare.report.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.file.FileChange;
import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.MaskedLines;
import dev.tare.wording.Counts;

/** Writes differences in the unified format, as far as there is room, and then the names of the files without room. */
final class DiffWriter {

    /** The greatest size of the differences in bytes. The names of other files fit into the rest of 64 KiB. */
    private static final int MOST = 48 << 10;

    private static final int SHOWN_NAMES = 5;

    private static final int MOST_NAME = 100;

    /** The greatest number of characters that are masked, which takes about 10 s. */
    private static final long MOST_MASKED = 4L << 20;

    /** To search this many characters for names takes as long as to mask one. */
    private static final int SEARCHED = 4;

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
        if (this.omitted.getOrDefault(Omission.ROOM, List.of()).size() >= MOST_TRIED || this.masked > MOST_MASKED) {
            omit(change.path(), Omission.ROOM);
            return;
        }
        List<String> before = from.lines();
        List<String> after = to.lines();
        MaskedLines shownBefore = masked(before);
        MaskedLines shownAfter = masked(after);
        String head = "--- " + name("a/", change.path(), change.from() == null) + "\n+++ "
                + name("b/", change.path(), change.to() == null) + "\n";
        for (List<Edit> edits : hunks(LineDiff.between(before, after))) {
            Edit whole = withContext(edits, before.size());
            int length = Math.max(length(before, whole.fromStart(), whole.fromEnd()),
                    length(after, whole.toStart(), whole.toEnd()));
            if (length > this.left || this.masked > MOST_MASKED) {
                omit(change.path() + (head.isEmpty() ? " (the rest)" : ""), Omission.ROOM);
                return;
            }
            this.masked += 2L * (length + 2L * MaskedLines.MARGIN);
            Hunk hunk = new Hunk(whole, shownBefore.shown(whole.fromStart(), whole.fromEnd()),
                    shownAfter.shown(whole.toStart(), whole.toEnd()), hasNoEnd(before, whole.fromEnd()),
                    hasNoEnd(after, whole.toEnd()));
            if (!append(head + hunk.text(edits))) {
                omit(change.path() + (head.isEmpty() ? " (the rest)" : ""), Omission.ROOM);
                return;
            }
            head = "";
        }
    }

    private MaskedLines masked(List<String> lines) {
        this.masked += length(lines, 0, lines.size()) / SEARCHED;
        return new MaskedLines(lines.stream().map(line -> line.replace(FileText.NO_END, "")).toList());
    }

    /** Whether a range of lines ends with the last line of a file, and this line has no end. */
    private static boolean hasNoEnd(List<String> lines, int end) {
        return end > 0 && lines.get(end - 1).endsWith(FileText.NO_END);
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

    private Edit withContext(List<Edit> hunk, int lines) {
        Edit first = hunk.getFirst();
        Edit last = hunk.getLast();
        int above = Math.min(this.context, first.fromStart());
        int below = Math.min(this.context, lines - last.fromEnd());
        return new Edit(first.fromStart() - above, last.fromEnd() + below, first.toStart() - above,
                last.toEnd() + below);
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

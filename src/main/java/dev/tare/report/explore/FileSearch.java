package dev.tare.report.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.tare.comparison.file.FileDifference;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.Ownership;
import dev.tare.inspection.ledger.Rules;
import org.jspecify.annotations.Nullable;

/** Finds files that differ in two images, or the files of one image. */
public final class FileSearch {

    /** Characters that one search compares, so that a filter takes at most about a second. */
    static final long STEPS = 200_000_000;

    private final List<FoundFile> files = new ArrayList<>();

    private final Inspection from;

    private final Inspection to;

    private final Rules before;

    private final Rules after;

    private FileSearch(Inspection from, Inspection to, Rules before, Rules after) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
    }

    /** A search in the files that differ. */
    public static FileSearch between(Inspection from, Inspection to) {
        FileSearch search = new FileSearch(from, to, new Rules(from), new Rules(to));
        FileDifference difference = FileDifference.between(from.files(), to.files());
        difference.changes().forEach(change -> search.add(switch (change.change()) {
            case ADDED -> FoundFile.Kind.ADDED;
            case REMOVED -> FoundFile.Kind.REMOVED;
            case MODIFIED -> FoundFile.Kind.MODIFIED;
            case UNMODIFIED -> FoundFile.Kind.SAME;
        }, change.from(), change.to()));
        difference.moves().forEach(move -> search.add(FoundFile.Kind.MOVED, move.from(), move.to()));
        return search;
    }

    /** A search in all files of one image. */
    public static FileSearch in(Inspection image) {
        Rules rules = new Rules(image);
        FileSearch search = new FileSearch(image, image, rules, rules);
        image.files().entries().forEach(file -> search.add(FoundFile.Kind.SAME, file, file));
        return search;
    }

    /** The owner of a file is that of the last image that has it. Folders are no files. */
    private void add(FoundFile.Kind kind, @Nullable FileEntry first, @Nullable FileEntry second) {
        if (isFolder(first) && isFolder(second)) {
            return;
        }
        this.files.add(new FoundFile(kind, first, second,
                second != null ? this.after.of(this.to.files().indexOf(second.path()))
                        : this.before.of(this.from.files().indexOf(Objects.requireNonNull(first).path()))));
    }

    private static boolean isFolder(@Nullable FileEntry file) {
        return file == null || file.isDirectory();
    }

    /**
     * All files that fit, in order.
     *
     * @throws SearchTooLongException if the text or the pattern needs too many steps
     */
    public Result find(FileQuery query) {
        return find(query, new SearchSteps(STEPS));
    }

    Result find(FileQuery query, SearchSteps steps) {
        Map<String, Boolean> lines = new HashMap<>();
        List<FoundFile> found = new ArrayList<>();
        long before = 0;
        long after = 0;
        for (FoundFile file : this.files) {
            if (query.accepts(file, steps) && isIn(query.line(), file.owner(), lines)) {
                found.add(file);
                before += file.before();
                after += file.after();
            }
        }
        found.sort(query.order().comparator());
        return new Result(found, before, after);
    }

    /** The lines of the breakdown that have some of the files, by chapter. */
    public Map<Chapter, SortedSet<String>> lines() {
        Map<Chapter, SortedSet<String>> lines = new EnumMap<>(Chapter.class);
        this.files.forEach(file -> lines.computeIfAbsent(file.owner().chapter(), absent -> new TreeSet<>())
                .add(file.owner().line()));
        return lines;
    }

    /** @param lines whether lines have the identifier, which takes a digest; many files have the same line */
    private static boolean isIn(String line, Ownership owner, Map<String, Boolean> lines) {
        if (line.isEmpty()) {
            return true;
        }
        String chapter = LineId.of(owner.chapter());
        return chapter.equals(line)
                || (line.startsWith(chapter + ".") && lines.computeIfAbsent(owner.line(),
                        name -> LineId.of(owner.chapter(), name).equals(line)));
    }

    /**
     * The files that fit.
     *
     * The bytes are a part of the growth of the image only if no file has a hard link, because another name, which may not
     * fit, counts them.
     *
     * @param before bytes of all of them in the first image
     * @param after  bytes of all of them in the second image
     */
    public record Result(List<FoundFile> files, long before, long after) {

        public Result {
            files = Collections.unmodifiableList(files);
        }

        /** Whether other names count the bytes of some of the files. */
        public boolean linked() {
            return this.files.stream().anyMatch(FoundFile::isLinked);
        }

        /** Some of the files. */
        public List<FoundFile> page(int number, int size) {
            long start = Math.min((long) number * size, this.files.size());
            return this.files.subList((int) start, (int) Math.min(start + size, this.files.size()));
        }
    }
}

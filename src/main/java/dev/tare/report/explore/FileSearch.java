package dev.tare.report.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.file.FileDifference;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Ownership;
import dev.tare.inspection.ledger.Rules;

/** Finds files that differ in two images, or the files of one image. */
public final class FileSearch {

    /** Characters that one search compares, so that a filter takes at most about a second. */
    static final long STEPS = 200_000_000;

    private final Inspection from;

    private final Inspection to;

    private final Rules before;

    private final Rules after;

    private final boolean single;

    private FileSearch(Inspection from, Inspection to, boolean single) {
        this.from = from;
        this.to = to;
        this.before = new Rules(from);
        this.after = single ? this.before : new Rules(to);
        this.single = single;
    }

    /** A search in the files that differ. */
    public static FileSearch between(Inspection from, Inspection to) {
        return new FileSearch(from, to, false);
    }

    /** A search in all files of one image. */
    public static FileSearch in(Inspection image) {
        return new FileSearch(image, image, true);
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
        for (FoundFile file : candidates()) {
            if (!file.isFolder() && query.accepts(file, steps) && isIn(query.line(), file, lines)) {
                found.add(file);
                before += file.before();
                after += file.after();
            }
        }
        found.sort(query.sort().order());
        return new Result(found, before, after);
    }

    /** The owner of a file by the breakdown of the image that has it. */
    public Ownership ownerOf(FoundFile file) {
        return file.to() != null ? this.after.of(this.to.files().indexOf(file.path()))
                : this.before.of(this.from.files().indexOf(file.path()));
    }

    /** @param lines whether lines have the identifier, which takes a digest; many files have the same line */
    private boolean isIn(String line, FoundFile file, Map<String, Boolean> lines) {
        if (line.isEmpty()) {
            return true;
        }
        Ownership owner = ownerOf(file);
        String chapter = LineId.of(owner.chapter());
        return chapter.equals(line)
                || (line.startsWith(chapter + ".") && lines.computeIfAbsent(owner.line(),
                        name -> LineId.of(owner.chapter(), name).equals(line)));
    }

    private List<FoundFile> candidates() {
        List<FoundFile> all = new ArrayList<>();
        if (this.single) {
            for (FileEntry file : this.to.files().entries()) {
                all.add(new FoundFile(FoundFile.Kind.SAME, file, file));
            }
            return all;
        }
        FileDifference difference = FileDifference.between(this.from.files(), this.to.files());
        difference.changes().forEach(change -> all.add(new FoundFile(switch (change.change()) {
            case ADDED -> FoundFile.Kind.ADDED;
            case REMOVED -> FoundFile.Kind.REMOVED;
            case MODIFIED -> FoundFile.Kind.MODIFIED;
            case UNMODIFIED -> FoundFile.Kind.SAME;
        }, change.from(), change.to())));
        difference.moves().forEach(move -> all.add(new FoundFile(FoundFile.Kind.MOVED, move.from(), move.to())));
        return all;
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

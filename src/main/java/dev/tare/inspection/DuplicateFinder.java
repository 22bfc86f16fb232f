package dev.tare.inspection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** Finds contents that several files have. */
final class DuplicateFinder {

    private static final int MOST_CONTENTS = 100;

    private static final int MOST_FILES = 20;

    private static final Comparator<DuplicateContent> SMALLEST_FIRST = Comparator
            .comparingLong(DuplicateContent::savable)
            .thenComparing(DuplicateContent::content, Comparator.reverseOrder());

    /** Digests are compared only where sizes are equal. */
    private static final Comparator<FileEntry> BY_CONTENT = Comparator.comparingLong(FileEntry::size)
            .thenComparing(file -> Objects.requireNonNull(file.content()))
            .thenComparing(FileEntry::path);

    private final FileEntry[] files;

    private final PriorityQueue<DuplicateContent> largest = new PriorityQueue<>(SMALLEST_FIRST);

    private long contents;

    private long copies;

    private long savable;

    private DuplicateFinder(FileTree tree) {
        this.files = tree.entries()
                .stream()
                .filter(file -> file.isFile() && file.size() > 0 && file.sameFileAs() == null)
                .toArray(FileEntry[]::new);
        Arrays.sort(this.files, BY_CONTENT);
    }

    static Duplicates find(FileTree tree) {
        DuplicateFinder finder = new DuplicateFinder(tree);
        finder.find();
        return new Duplicates(finder.contents, finder.copies, finder.savable,
                finder.largest.stream().sorted(SMALLEST_FIRST.reversed()).toList());
    }

    private void find() {
        int start = 0;
        while (start < this.files.length) {
            int end = start + 1;
            while (end < this.files.length && isSame(this.files[start], this.files[end])) {
                end++;
            }
            if (end - start > 1) {
                add(Arrays.asList(this.files).subList(start, end));
            }
            start = end;
        }
    }

    private static boolean isSame(FileEntry one, FileEntry other) {
        return one.size() == other.size() && Objects.equals(one.content(), other.content());
    }

    private void add(List<FileEntry> same) {
        FileEntry first = same.getFirst();
        DuplicateContent duplicate = new DuplicateContent(Objects.requireNonNull(first.content()), first.size(),
                same.size(), same.subList(0, Math.min(same.size(), MOST_FILES)));
        this.contents++;
        this.copies += same.size() - 1L;
        this.savable += duplicate.savable();
        this.largest.add(duplicate);
        if (this.largest.size() > MOST_CONTENTS) {
            this.largest.remove();
        }
    }
}

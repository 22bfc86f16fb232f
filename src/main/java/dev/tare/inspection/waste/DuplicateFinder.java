package dev.tare.inspection.waste;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.Inode;
import dev.tare.inspection.waste.Duplicates.DuplicateContent;
import dev.tare.limits.Deadline;

/** Finds contents that several files share. */
final class DuplicateFinder {

    private static final int MOST_CONTENTS = 100;

    private static final int MOST_FILES = 20;

    private static final Comparator<DuplicateContent> SMALLEST_FIRST = Comparator
            .comparingLong(DuplicateContent::savable)
            .thenComparing(DuplicateContent::content, Comparator.reverseOrder());

    private final FileTree tree;

    private final Deadline deadline;

    private final PriorityQueue<DuplicateContent> largest = new PriorityQueue<>(SMALLEST_FIRST);

    private long contents;

    private long copies;

    private long savable;

    private DuplicateFinder(FileTree tree, Deadline deadline) {
        this.tree = tree;
        this.deadline = deadline;
    }

    /** Finds the contents that several files of a tree share. */
    static Duplicates find(FileTree tree, Deadline deadline) {
        DuplicateFinder finder = new DuplicateFinder(tree, deadline);
        finder.addAll(finder.candidates());
        return new Duplicates(finder.contents, finder.copies, finder.savable,
                finder.largest.stream().sorted(SMALLEST_FIRST.reversed()).toList());
    }

    /** The numbers of files whose content others may share, sorted by content and path. */
    private Integer[] candidates() {
        int[] repeated = repeated(holders().map(this::hash).sorted().toArray());
        Integer[] files = holders().filter(index -> Arrays.binarySearch(repeated, hash(index)) >= 0)
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(files, this::compareContent);
        return files;
    }

    private IntStream holders() {
        return IntStream.range(0, this.tree.size()).filter(this.tree::holdsBytes);
    }

    /** Usually few files share a hash, and only those need to be compared. */
    private int hash(int file) {
        this.deadline.step();
        return Objects.requireNonNull(this.tree.inode(file).content()).hashCode();
    }

    /** The values that occur more than once, in order. They replace the beginning of the array. */
    private static int[] repeated(int[] sorted) {
        int repeated = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                sorted[repeated++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, repeated);
    }

    /** Compares digests only for equal sizes. */
    private int compareContent(int one, int other) {
        this.deadline.step();
        Inode inode = this.tree.inode(one);
        Inode otherInode = this.tree.inode(other);
        int bySize = Long.compare(inode.size(), otherInode.size());
        return bySize != 0 ? bySize
                : Objects.requireNonNull(inode.content()).compareTo(Objects.requireNonNull(otherInode.content()));
    }

    private void addAll(Integer[] files) {
        int start = 0;
        while (start < files.length) {
            int end = start + 1;
            while (end < files.length && compareContent(files[start], files[end]) == 0) {
                end++;
            }
            if (end - start > 1) {
                add(Arrays.asList(files).subList(start, end));
            }
            start = end;
        }
    }

    private void add(List<Integer> same) {
        FileEntry first = this.tree.entries().get(same.getFirst());
        DuplicateContent duplicate = new DuplicateContent(Objects.requireNonNull(first.content()), first.size(),
                same.size(), same.stream().limit(MOST_FILES).map(this.tree.entries()::get).toList());
        this.contents++;
        this.copies += same.size() - 1L;
        this.savable += duplicate.savable();
        this.largest.add(duplicate);
        if (this.largest.size() > MOST_CONTENTS) {
            this.largest.remove();
        }
    }
}

package dev.tare.comparison.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.TreesWalk;

/** Counts the paths in which file trees differ, and keeps the largest. */
final class FileRows implements TreesWalk.Visitor {

    private static final Comparator<Candidate> SMALLEST_FIRST = Comparator.comparingLong(Candidate::weight)
            .thenComparing(Candidate::number, Comparator.reverseOrder());

    private final int most;

    private final long[] paths;

    private final long[] bytes;

    private final PriorityQueue<Candidate> largest = new PriorityQueue<>(SMALLEST_FIRST);

    private long same;

    private long differing;

    private FileRows(int trees, int most) {
        this.most = most;
        this.paths = new long[trees];
        this.bytes = new long[trees];
    }

    /** @param most the maximum number of rows, at least one */
    static FileMatrix compare(List<FileTree> trees, int most) {
        FileRows rows = new FileRows(trees.size(), most);
        TreesWalk.walk(trees, rows);
        return rows.matrix();
    }

    @Override
    public void alike() {
        this.same++;
    }

    @Override
    public void different(TreesWalk.Place place) {
        if (place.isEverywhere() && FileMatrix.Row.aspects(present(place)).isEmpty()) {
            this.same++;
            return;
        }
        this.differing++;
        keep(new Candidate(place, count(place), this.differing));
    }

    /** Counts the path in each tree that has it. */
    private long count(TreesWalk.Place place) {
        long weight = 0;
        for (int tree = 0; tree < this.paths.length; tree++) {
            long size = place.countedSize(tree);
            this.paths[tree] += place.isIn(tree) ? 1 : 0;
            this.bytes[tree] += size;
            weight = Math.max(weight, size);
        }
        return weight;
    }

    private void keep(Candidate candidate) {
        if (this.largest.size() < this.most) {
            this.largest.add(candidate);
        } else if (candidate.weight > this.largest.element().weight) {
            this.largest.remove();
            this.largest.add(candidate);
        }
    }

    private FileMatrix matrix() {
        List<Candidate> sorted = new ArrayList<>(this.largest);
        sorted.sort(SMALLEST_FIRST.reversed());
        return new FileMatrix(this.same, this.differing,
                IntStream.range(0, this.paths.length)
                        .mapToObj(tree -> new FileMatrix.PathCount(this.paths[tree], this.bytes[tree]))
                        .toList(),
                sorted.stream().map(candidate -> FileMatrix.Row.of(entries(candidate.place))).toList());
    }

    private List<FileEntry> present(TreesWalk.Place place) {
        return entries(place).stream().flatMap(Optional::stream).toList();
    }

    private List<Optional<FileEntry>> entries(TreesWalk.Place place) {
        return IntStream.range(0, this.paths.length).mapToObj(tree -> Optional.ofNullable(place.entry(tree))).toList();
    }

    /** @param number index of the path among the differing ones */
    private record Candidate(TreesWalk.Place place, long weight, long number) {}
}

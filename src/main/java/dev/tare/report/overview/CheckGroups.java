package dev.tare.report.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ImageReport;

/**
 * The checks of all images, by the attention that they need.
 *
 * @param differing some images pass and others do not; failed checks come first
 * @param open      no image passes, and the verdict is the same
 * @param met       each image passes, or the check does not apply to it
 */
public record CheckGroups(List<Row> differing, List<Row> open, List<Row> met) {

    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.FAIL, Verdict.WARN, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE, Verdict.PASS);

    public CheckGroups {
        differing = List.copyOf(differing);
        open = List.copyOf(open);
        met = List.copyOf(met);
    }

    public static CheckGroups of(List<ImageReport> images) {
        List<Row> differing = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        List<Row> met = new ArrayList<>();
        IntStream.range(0, images.getFirst().checks().size())
                .mapToObj(at -> new Row(images.stream().map(image -> image.checks().get(at)).toList()))
                .sorted(Comparator.comparingInt(Row::rank))
                .forEach(row -> (row.isMet() ? met : row.differs() ? differing : open).add(row));
        return new CheckGroups(differing, open, met);
    }

    /** The checks that need attention, those that differ first. */
    public List<Row> attention() {
        List<Row> rows = new ArrayList<>(this.differing);
        rows.addAll(this.open);
        return rows;
    }

    /**
     * A check of each image.
     *
     * @param images one for each image, in their order
     */
    public record Row(List<CheckReport> images) {

        public Row {
            images = List.copyOf(images);
        }

        /** What all images have in common: title, requirement and reason. */
        public CheckReport check() {
            return this.images.getFirst();
        }

        private boolean isMet() {
            return this.images.stream().noneMatch(check -> check.open() || check.waivedBecause() != null);
        }

        private boolean differs() {
            return this.images.stream()
                    .anyMatch(image -> image.verdict() != check().verdict()
                            || (image.waivedBecause() == null) != (check().waivedBecause() == null));
        }

        /** The worst verdict of an image. */
        private int rank() {
            return this.images.stream().mapToInt(image -> WORST_FIRST.indexOf(image.verdict())).min().orElse(0);
        }
    }
}

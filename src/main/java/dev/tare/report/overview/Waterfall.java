package dev.tare.report.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.report.DifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.LedgerChangeReport;
import dev.tare.report.LedgerChangeReport.Owner;
import dev.tare.report.explore.LineId;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the size of one image to that of another. The growth of all steps is that of the uncompressed size.
 *
 * @param largest the steps with a name, in the direction of the whole change, the largest first
 * @param smaller the sum of the other steps in this direction
 * @param against the sum of the steps in the opposite direction
 */
public record Waterfall(List<Step> largest, Sum smaller, Sum against) {

    /** The greatest number of steps with a name. */
    public static final int STEPS = 10;

    public Waterfall {
        largest = List.copyOf(largest);
    }

    /** The steps of a difference. The lines of most chapters are one step. */
    static Waterfall of(ImageReport from, ImageReport to, DifferenceReport difference) {
        List<Step> steps = steps(from, to, difference);
        int direction = Long.signum(difference.uncompressedGrowthBytes());
        List<Step> along = steps.stream()
                .filter(step -> direction == 0 ? step.growth() < 0 : Long.signum(step.growth()) == direction)
                .toList();
        List<Step> against = steps.stream().filter(step -> step.growth() != 0 && !along.contains(step)).toList();
        return new Waterfall(along.stream().limit(STEPS).toList(), new Sum(along.stream().skip(STEPS).toList()),
                new Sum(against));
    }

    /** The part of the change in the direction of the whole change that the largest steps explain, from 0 to 1. */
    public double share(int steps) {
        long named = this.largest.stream().limit(steps).mapToLong(Step::growth).sum();
        long all = this.largest.stream().mapToLong(Step::growth).sum() + this.smaller.growth();
        return all == 0 ? 1 : (double) named / all;
    }

    /** All steps with a change. */
    List<Step> changed() {
        List<Step> all = new ArrayList<>(this.largest);
        all.addAll(this.smaller.steps());
        all.addAll(this.against.steps());
        return all;
    }

    private static List<Step> steps(ImageReport from, ImageReport to, DifferenceReport difference) {
        LedgerChangeReport ledger = difference.ledger();
        Map<String, List<LedgerChangeReport.Line>> groups = new LinkedHashMap<>();
        ledger.lines()
                .items()
                .forEach(line -> groups
                        .computeIfAbsent(id(line.chapter(), line.name()), _ -> new ArrayList<>())
                        .add(line));
        List<Step> steps = new ArrayList<>();
        groups.forEach((id, lines) -> steps.add(step(id, lines)));
        add(steps, "others", "Lines beyond the limit of this list",
                from.sizes().visibleBytes() - steps.stream().mapToLong(Step::before).sum(),
                to.sizes().visibleBytes() - steps.stream().mapToLong(Step::after).sum());
        add(steps, "wasted", LedgerDifference.WASTED, from.sizes().wastedBytes(), to.sizes().wastedBytes());
        steps.sort(Comparator.comparingLong((Step step) -> -Math.abs(step.growth()))
                .thenComparing(Comparator.comparingLong(Step::before).reversed())
                .thenComparing(Step::id));
        return steps;
    }

    private static void add(List<Step> steps, String id, String title, long before, long after) {
        if (before != after) {
            steps.add(new Step(id, title, null, null, before, after, List.of()));
        }
    }

    private static Step step(String id, List<LedgerChangeReport.Line> lines) {
        LedgerChangeReport.Line first = lines.getFirst();
        boolean own = first.chapter() == Chapter.OS_PACKAGES;
        return new Step(id, own ? first.name() : first.title(), first.chapter(), own ? first.explanation() : null,
                lines.stream().mapToLong(LedgerChangeReport.Line::fromVisibleBytes).sum(),
                lines.stream().mapToLong(LedgerChangeReport.Line::toVisibleBytes).sum(),
                lines.size() == 1 ? first.owners().items().stream().map(Waterfall::part).toList()
                        : lines.stream()
                                .map(line -> new Part(line.name(), line.fromVisibleBytes(), line.toVisibleBytes()))
                                .toList());
    }

    private static Part part(Owner owner) {
        return new Part(owner.name(), owner.from() == null ? 0 : owner.from().visibleBytes(),
                owner.to() == null ? 0 : owner.to().visibleBytes());
    }

    /** Names the line in the address of the list of files. */
    static String id(Chapter chapter, String name) {
        return chapter == Chapter.OS_PACKAGES ? LineId.of(chapter, name) : LineId.of(chapter);
    }

    /**
     * A step of the waterfall.
     *
     * @param id          in addresses
     * @param chapter     {@code null} for bytes that no container sees, and for lines beyond the limit of the list
     * @param explanation a sentence, or {@code null}
     * @param before      bytes in the first image
     * @param after       bytes in the second image
     * @param parts       the largest changes first
     */
    public record Step(String id, String title, @Nullable Chapter chapter, @Nullable String explanation, long before,
            long after, List<Part> parts) {

        public Step {
            parts = List.copyOf(parts);
        }

        /** The growth in bytes. */
        public long growth() {
            return this.after - this.before;
        }

        /** The title inside a sentence. Names such as C, TLS, Java and Perl keep their first letter. */
        String words() {
            boolean words = this.title.indexOf(' ') > 1
                    || (this.chapter != null && this.title.equals(this.chapter.title()));
            return words && !this.title.startsWith("Java") && Character.isLowerCase(this.title.charAt(1))
                    ? Words.uncapitalised(this.title)
                    : this.title;
        }
    }

    /** A package, library, folder or kind of content in a step. */
    public record Part(String name, long before, long after) {

        /** The growth in bytes. */
        public long growth() {
            return this.after - this.before;
        }
    }

    /** Several steps as one row. */
    public record Sum(List<Step> steps) {

        public Sum {
            steps = List.copyOf(steps);
        }

        /** The growth in bytes. */
        public long growth() {
            return this.steps.stream().mapToLong(Step::growth).sum();
        }
    }
}

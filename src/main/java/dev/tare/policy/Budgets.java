package dev.tare.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.comparison.Comparison;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.vulnerability.Severity;
import dev.tare.vulnerability.Vulnerabilities;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Limits on figures of images, absolute or relative to a baseline. Absolute limits apply to each image, and relative ones to
 * the {@linkplain #gated(List) gated} ones.
 */
public record Budgets(List<Budget> list, Baseline baseline) {

    /** No budgets. */
    public static final Budgets NONE = new Budgets(List.of(), Baseline.FIRST);

    private static final String TOTAL = "total";

    public Budgets {
        list = List.copyOf(list);
    }

    /**
     * Limits on the uncompressed size.
     *
     * @param maxUncompressed the maximum size of each image, or {@code null} for no limit
     * @param maxGrowth       the maximum growth of each further image over the first, or {@code null} for no limit
     */
    public static Budgets of(@Nullable ByteSize maxUncompressed, @Nullable Percentage maxGrowth) {
        List<Budget> budgets = new ArrayList<>();
        if (maxUncompressed != null) {
            budgets.add(new Budget(Measure.TOTAL, new Limit.Most(maxUncompressed.text(), maxUncompressed.bytes())));
        }
        if (maxGrowth != null) {
            budgets.add(new Budget(Measure.TOTAL, new Limit.Growth(GrowthLimit.parse(maxGrowth.text()))));
        }
        return new Budgets(budgets, Baseline.FIRST);
    }

    /**
     * Limits on the vulnerabilities that the baseline does not have.
     *
     * @param counts the most of each severity, and of all under {@code total}
     * @throws InvalidValueException if there is no such severity, or a count has another form
     */
    public static Budgets ofNewVulnerabilities(Map<String, String> counts) {
        return new Budgets(counts.entrySet()
                .stream()
                .map(one -> new Budget(Measure.NEW_VULNERABILITIES, severityOrTotal(one.getKey()),
                        Limit.Most.ofCount(one.getValue())))
                .toList(), Baseline.FIRST);
    }

    /** The title of a severity, or {@code null} for all. */
    private static @Nullable String severityOrTotal(String text) {
        if (text.strip().equalsIgnoreCase(TOTAL)) {
            return null;
        }
        try {
            return Severity.parse(text).title();
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("severity", text, TOTAL + ", "
                    + Stream.of(Severity.values()).map(Severity::title).collect(joining(", ")));
        }
    }

    /** These budgets and further ones. The others take precedence: they replace those of the same kind. */
    public Budgets with(Budgets others) {
        List<Budget> all = new ArrayList<>(this.list);
        all.removeIf(
                one -> others.list.stream()
                        .anyMatch(other -> other.id().equals(one.id()) && Objects.equals(other.line(), one.line())));
        all.addAll(others.list);
        return new Budgets(all, this.baseline);
    }

    /** The same budgets with another baseline. */
    public Budgets over(Baseline other) {
        return new Budgets(this.list, other);
    }

    /** Whether a budget needs a baseline. */
    public boolean areRelative() {
        return this.list.stream().anyMatch(Budget::isRelative);
    }

    /**
     * The indexes of the images that limits of growth, checks and forbidden contents apply to: all but the baseline.
     *
     * @param images in the order of the comparison; a single one is never the baseline
     */
    public List<Integer> gated(List<Inspection> images) {
        int own = switch (this.baseline) {
            case Baseline.Compared(int index) -> index;
            case Baseline.Other(Figures figures) -> {
                Inspection image = figures.inspection();
                yield image == null ? -1
                        : images.stream().map(one -> one.image().id()).toList().indexOf(image.image().id());
            }
        };
        return IntStream.range(0, images.size()).filter(i -> images.size() == 1 || i != own).boxed().toList();
    }

    /** Judges every image of a comparison. Returns one finding for each image and budget that applies. */
    public List<BudgetFinding> judge(Comparison comparison) {
        return judge(comparison, Vulnerabilities.NONE);
    }

    /** The same with reports of scanners about the images. */
    public List<BudgetFinding> judge(Comparison comparison, Vulnerabilities scanned) {
        if (this.list.isEmpty()) {
            return List.of();
        }
        List<Inspection> graded = comparison.graded();
        if (graded.size() == 1) {
            return judge(graded.getFirst(), scanned);
        }
        List<ImageFigures> images = IntStream.range(0, graded.size())
                .mapToObj(i -> new ImageFigures(graded.get(i), scanned.of(i)))
                .toList();
        Figures reference = switch (this.baseline) {
            case Baseline.Compared(int index) -> images.get(index);
            case Baseline.Other(Figures figures) -> figures;
        };
        List<Integer> gated = gated(graded);
        List<Figures> all = new ArrayList<>(images);
        all.add(reference);
        return this.list.stream().flatMap(budget -> {
            boolean isNamed = budget.isNamed(all);
            return IntStream.range(0, images.size())
                    .filter(i -> !budget.isRelative() || gated.contains(i))
                    .mapToObj(i -> isNamed ? budget.judge(i, images.get(i), gated.contains(i) ? reference : null)
                            : budget.unnamed(i, images.get(i)));
        }).toList();
    }

    /** Judges one image. Relative budgets apply if the baseline is another image. */
    public List<BudgetFinding> judge(Inspection image) {
        return judge(image, Vulnerabilities.NONE);
    }

    /** The same with reports of scanners about the image. */
    public List<BudgetFinding> judge(Inspection image, Vulnerabilities scanned) {
        ImageFigures figures = new ImageFigures(image, scanned.of(0));
        Figures reference = this.baseline instanceof Baseline.Other(Figures other) ? other : null;
        return this.list.stream()
                .filter(budget -> !budget.isRelative() || reference != null)
                .map(budget -> budget.isNamed(reference == null ? List.of(figures) : List.of(figures, reference))
                        ? budget.judge(0, figures, reference)
                        : budget.unnamed(0, figures))
                .toList();
    }
}

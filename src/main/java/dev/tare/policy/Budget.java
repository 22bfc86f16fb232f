package dev.tare.policy;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.policy.check.Verdict;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * A limit on one figure of images.
 *
 * @param line  the part of the breakdown to which {@link Measure#BREAKDOWN} applies, otherwise {@code null}
 */
public record Budget(Measure measure, @Nullable String line, Limit limit) {

    public Budget {
        if ((line != null) != (measure == Measure.BREAKDOWN)) {
            throw new IllegalArgumentException(
                    "Only a budget of the breakdown has a line, but not this one of " + measure);
        }
    }

    /** A budget of a figure of the whole image. */
    public Budget(Measure measure, Limit limit) {
        this(measure, null, limit);
    }

    /** The kind of budget, such as {@code max-layers}. Rules of dive keep their names. */
    public String id() {
        if (this.measure.isOfDive()) {
            return this.measure.id();
        }
        return !(this.limit instanceof Limit.Growth) ? "max-" + this.measure.id()
                : this.measure == Measure.TOTAL ? "max-growth"
                : "max-" + this.measure.id() + "-growth";
    }

    /** Whether the budget needs a baseline. */
    public boolean isRelative() {
        return this.limit instanceof Limit.Growth || this.measure == Measure.LARGEST_NEW_FILE;
    }

    /** Whether the part of the breakdown is a chapter, or a line of one of these. Otherwise it may be mistyped. */
    boolean isNamed(List<? extends Figures> all) {
        String name = this.line;
        return name == null || Stream.of(Chapter.values()).anyMatch(chapter -> chapter.title().equalsIgnoreCase(name))
                || all.stream().flatMap(figures -> figures.lines().stream()).anyMatch(one -> one.isCalled(name));
    }

    /** The finding on an image if the part of the breakdown has no such name. */
    BudgetFinding unnamed(int index, ImageFigures image) {
        return unknown(index, null, image.name(), "neither an image nor the baseline has a chapter or line \""
                + this.line + "\" in its breakdown");
    }

    /**
     * Judges an image.
     *
     * @param index    of the image
     * @param baseline also explains an absolute limit that the baseline keeps; {@code null} without one
     * @throws IllegalArgumentException if a relative budget has no baseline
     */
    BudgetFinding judge(int index, ImageFigures image, @Nullable Figures baseline) {
        if (isRelative() && baseline == null) {
            throw new IllegalArgumentException(id() + " needs a baseline");
        }
        return switch (value(image, baseline)) {
            case Figure.Unknown(String because) -> unknown(index, null, image.name(), because);
            case Figure.Known(long actual) -> judge(index, image, baseline, actual);
        };
    }

    private BudgetFinding judge(int index, ImageFigures image, @Nullable Figures baseline, long actual) {
        Figure before = baseline == null || this.measure == Measure.LARGEST_NEW_FILE
                ? new Figure.Unknown("there is no baseline")
                : value(baseline);
        return switch (this.limit) {
            case Limit.Most(String _, long most) -> found(index, image, baseline, before, most, actual);
            case Limit.Share share ->
                    found(index, image, baseline, before, share.of(image.whole(this.measure)), actual);
            case Limit.Growth(GrowthLimit growth) -> switch (before) {
                case Figure.Known(long reference) ->
                        found(index, image, baseline, before, growth.most(reference), actual);
                case Figure.Unknown(String because) ->
                        unknown(index, actual, baseline == null ? "" : baseline.name(), because);
            };
        };
    }

    private BudgetFinding unknown(int index, @Nullable Long actual, String of, String because) {
        return new BudgetFinding(id(), this.line, this.measure, index, this.limit.text(), null, actual, null,
                Verdict.UNKNOWN, "The figure of " + of + " is unknown, because " + because + ".", List.of());
    }

    private BudgetFinding found(int index, ImageFigures image, @Nullable Figures baseline, Figure before, long most,
            long actual) {
        Long reference = before instanceof Figure.Known(long value) ? value : null;
        boolean exceeded = actual > most;
        boolean grown = reference != null && reference <= most;
        List<Cause> causes = exceeded
                ? new Causes(image, baseline != null && (grown || isRelative()) ? baseline : null).of(this)
                : List.of();
        return new BudgetFinding(id(), this.line, this.measure, index, this.limit.text(), most, actual,
                this.limit instanceof Limit.Growth ? reference : null, exceeded ? Verdict.FAIL : Verdict.PASS,
                evidence(image, baseline, reference, most, actual), causes);
    }

    private String evidence(ImageFigures image, @Nullable Figures baseline, @Nullable Long reference, long most,
            long actual) {
        String what = this.line == null ? this.measure.phrase(actual)
                : this.measure.phrase(actual) + ", \"" + this.line + "\"";
        String grown = this.limit instanceof Limit.Growth && baseline != null && reference != null
                ? " (" + baseline.name() + ": " + Counts.of(reference) + ")"
                : "";
        String allowed = actual > most
                ? "%s more than the allowed %s".formatted(Counts.of(actual - most), Counts.of(most))
                : "within the allowed " + Counts.of(most);
        return image.name() + " has " + what + grown + ", " + allowed + share() + ".";
    }

    /** The limit of a rule of dive, which is no number of bytes. */
    private String share() {
        return !(this.limit instanceof Limit.Share) ? ""
                : this.measure == Measure.REPEATED ? ", for an efficiency of at least " + this.limit.text()
                : ", a share of " + this.limit.text() + " of the layers above the lowest one";
    }

    private Figure value(ImageFigures image, @Nullable Figures baseline) {
        if (this.measure != Measure.LARGEST_NEW_FILE) {
            return value(image);
        }
        Inspection before = baseline == null ? null : baseline.inspection();
        if (before == null) {
            return new Figure.Unknown("a report lists no files; give an image as the baseline");
        }
        return new Figure.Known(NewFiles.in(image.inspection(), before, 1)
                .stream()
                .mapToLong(FileEntry::size)
                .findFirst()
                .orElse(0));
    }

    private Figure value(Figures figures) {
        return this.line == null ? figures.of(this.measure) : figures.breakdown(this.line);
    }
}

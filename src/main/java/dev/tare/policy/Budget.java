package dev.tare.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.policy.check.Verdict;
import dev.tare.vulnerability.ImageVulnerabilities;
import dev.tare.vulnerability.KnownVulnerabilities;
import dev.tare.vulnerability.Severity;
import dev.tare.vulnerability.VulnerabilityKey;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * A limit on one figure of images.
 *
 * @param line  the part of the breakdown to which {@link Measure#BREAKDOWN} applies, or the title of a severity of
 *              vulnerabilities; {@code null} for other measures and for all severities
 */
public record Budget(Measure measure, @Nullable String line, Limit limit) {

    public Budget {
        if (measure.isOfScanners()) {
            line = line == null ? null : Severity.parse(line).title();
        } else if ((line != null) != (measure == Measure.BREAKDOWN)) {
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
        return this.limit instanceof Limit.Growth || isOfNewItems();
    }

    /** Whether the figure counts only what the baseline does not have. */
    private boolean isOfNewItems() {
        return this.measure == Measure.LARGEST_NEW_FILE || this.measure == Measure.NEW_VULNERABILITIES;
    }

    /** The severity of vulnerabilities to which it applies, or {@code null} for all. */
    @Nullable
    Severity severity() {
        return this.line == null || !this.measure.isOfScanners() ? null : Severity.parse(this.line);
    }

    /** Whether the part of the breakdown is a chapter, or a line of one of these. Otherwise it may be mistyped. */
    boolean isNamed(List<? extends Figures> all) {
        String name = this.line;
        return name == null || this.measure.isOfScanners()
                || Stream.of(Chapter.values()).anyMatch(chapter -> chapter.title().equalsIgnoreCase(name))
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
        Figure before = baseline == null || isOfNewItems()
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
        Severity severity = severity();
        String what = severity != null ? phrase(severity, actual)
                : this.line == null ? this.measure.phrase(actual)
                : this.measure.phrase(actual) + ", \"" + this.line + "\"";
        String grown = this.limit instanceof Limit.Growth && baseline != null && reference != null
                ? " (" + baseline.name() + ": " + Counts.of(reference) + ")"
                : "";
        String allowed = actual > most
                ? "%s more than the allowed %s".formatted(Counts.of(actual - most), Counts.of(most))
                : "within the allowed " + Counts.of(most);
        return image.name() + " has " + what + grown + ", " + allowed + share() + "."
                + (actual > most ? "" : unrated(image, baseline));
    }

    /** States how many vulnerabilities a limit of a severity that passes does not count, because their severity is unknown. */
    private String unrated(ImageFigures image, @Nullable Figures baseline) {
        Severity severity = severity();
        if (severity == null || severity == Severity.UNKNOWN) {
            return "";
        }
        Budget unknown = new Budget(this.measure, Severity.UNKNOWN.title(), this.limit);
        String words = this.measure == Measure.NEW_VULNERABILITIES ? "more new " : "more ";
        return unknown.value(image, baseline) instanceof Figure.Known(long count) && count > 0
                ? " The severity of " + Counts.of(count, words + "vulnerability", words + "vulnerabilities")
                        + " is unknown, so this limit does not apply to " + (count == 1 ? "it." : "them.")
                : "";
    }

    private String phrase(Severity severity, long actual) {
        String words = (this.measure == Measure.NEW_VULNERABILITIES ? "new " : "") + severity.title();
        return Counts.of(actual, words + " vulnerability", words + " vulnerabilities");
    }

    /** The limit of a rule of dive, which is no number of bytes. */
    private String share() {
        return !(this.limit instanceof Limit.Share) ? ""
                : this.measure == Measure.REPEATED ? ", for an efficiency of at least " + this.limit.text()
                : ", a share of " + this.limit.text() + " of the layers above the lowest one";
    }

    private Figure value(ImageFigures image, @Nullable Figures baseline) {
        if (this.measure == Measure.NEW_VULNERABILITIES && baseline != null) {
            return newVulnerabilities(image, baseline);
        }
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

    private Figure newVulnerabilities(ImageFigures image, Figures baseline) {
        ImageVulnerabilities now = image.scanned();
        if (now == null) {
            return unscanned(image);
        }
        KnownVulnerabilities before = baseline.vulnerabilities();
        Map<VulnerabilityKey, Severity> known = before == null || before.all() == null ? null : before.in(now);
        if (known == null) {
            return before == null ? unscanned(baseline)
                    : new Figure.Unknown("the report of " + baseline.name() + " does not list all vulnerabilities");
        }
        Severity severity = severity();
        return new Figure.Known(now.list()
                .stream()
                .filter(one -> severity == null || one.severity() == severity)
                .filter(one -> !known.containsKey(one.key()))
                .count());
    }

    private Figure vulnerabilities(Figures figures) {
        KnownVulnerabilities known = figures.vulnerabilities();
        return known == null ? unscanned(figures) : new Figure.Known(known.count(severity()));
    }

    private static Figure unscanned(Figures figures) {
        return new Figure.Unknown("no report of a scanner about " + figures.name() + " is given, and Tare has no "
                + "vulnerability database; pass --vulnerabilities");
    }

    private Figure value(Figures figures) {
        if (this.measure == Measure.VULNERABILITIES) {
            return vulnerabilities(figures);
        }
        return this.line == null ? figures.of(this.measure) : figures.breakdown(this.line);
    }
}

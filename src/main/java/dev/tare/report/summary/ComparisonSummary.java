package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.content.Unread.Subject;
import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.ImageSizes;
import dev.tare.report.LedgerChangeReport;
import dev.tare.report.document.BaseWords;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Headline;
import dev.tare.report.document.Line;
import dev.tare.report.document.PlatformWords;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Bytes;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes a comparison. Two images have their sizes side by side, and the names of what one of them lost. More images
 * have a row each, and only counts.
 */
final class ComparisonSummary {

    /** The greatest number of images with a row or column. */
    private static final int IMAGES = 8;

    private static final List<Size> SIZES = List.of(
            new Size("Gross (uncompressed)", "Gross", image -> image.sizes().weight().grossUncompressedBytes()),
            new Size("Tare (base image)", "Tare (base)", image -> image.sizes().weight().tareUncompressedBytes(),
                    image -> BaseWords.tare(image, false)),
            new Size("Net (application)", "Net (app)", image -> image.sizes().weight().netUncompressedBytes(),
                    image -> BaseWords.net(image, false)),
            new Size("Compressed", "Compressed", image -> image.sizes().compressedBytes()),
            new Size("Wasted", "Wasted", image -> image.sizes().wastedBytes()));

    private final ComparisonReport report;

    private final List<ImageReport> images;

    private final ImageReport first;

    private final List<DifferenceReport> differences;

    ComparisonSummary(ComparisonReport report) {
        this.report = report;
        this.images = report.images().stream().limit(IMAGES).toList();
        this.first = report.images().getFirst();
        this.differences = report.differences().stream().limit(IMAGES - 1L).toList();
    }

    Summary summary() {
        return Summary.of(headline(), List.of(growth(), sizes(), losses(), checks(),
                SummaryTables.vulnerabilities(this.report, IMAGES), SummaryTables.policy(this.report)),
                closing());
    }

    private boolean isPair() {
        return this.report.images().size() == 2;
    }

    private Line headline() {
        if (isPair()) {
            return Headline.of(ImageSizes.of(this.report)).getFirst();
        }
        Comparator<ImageReport> bySize = Comparator.comparingLong(image -> image.sizes().uncompressedBytes());
        ImageReport least = this.report.images().stream().min(bySize).orElse(this.first);
        ImageReport most = this.report.images().stream().max(bySize).orElse(this.first);
        Value.Size size = new Value.Size(most.sizes().uncompressedBytes(), false);
        return bySize.compare(least, most) == 0
                ? Line.of("All ", Line.count(this.report.images().size(), "image", "images"), " have the same size (",
                        size, ")")
                : Line.of(Value.ImageName.of(least), " is the smallest (",
                        new Value.Size(least.sizes().uncompressedBytes(), false), "), ", Value.ImageName.of(most),
                        " the largest (", size, ")");
    }

    private SummaryPart sizes() {
        return SummaryPart.whole(isPair() ? pairSizes() : imageSizes());
    }

    private Table pairSizes() {
        ImageReport second = this.images.getLast();
        return Table.of("Size", SIZES.stream().filter(this::isShown).toList())
                .column("", size -> Cell.of(size.title))
                .number("#1", size -> size.cell.apply(this.first))
                .number("#2", size -> size.cell.apply(second))
                .number("Change", size -> growth(size.bytes.apply(this.first), size.bytes.apply(second)))
                .build();
    }

    private Table imageSizes() {
        Table.Builder<ImageReport> table = Table.of("Size", this.images)
                .column("", image -> Cell.of(Value.ImageName.of(image)));
        for (Size size : SIZES.stream().filter(this::isShown).toList()) {
            table.number(size.shortTitle, size.cell);
            if (size.equals(SIZES.getFirst())) {
                table.number("Change", image -> image.index() == this.first.index() ? Cell.absent()
                        : growth(size.bytes.apply(this.first), size.bytes.apply(image)));
            }
        }
        return table.build();
    }

    /** A column of many images has the growth of the gross size, so it stays. */
    private boolean isShown(Size size) {
        return !size.isSame(this.images) || (!isPair() && size.equals(SIZES.getFirst()));
    }

    private static Cell growth(@Nullable Long before, @Nullable Long after) {
        return before == null || after == null ? Cell.absent()
                : Cell.of(before.equals(after) ? "same" : new Value.Figure(Bytes.growth(before, after)));
    }

    /** The entries of the ledgers that explain most of the growth. Of two images, the last row is the rest. */
    private SummaryPart growth() {
        if (isPair()) {
            return KeyDifferences.growth(this.differences.getFirst());
        }
        int each = Math.max(1, KeyDifferences.ENTRIES / this.differences.size());
        List<List<Change>> groups = this.differences.stream()
                .map(difference -> KeyDifferences.leading(difference, each)
                        .stream()
                        .map(entry -> new Change(difference.to(), entry))
                        .toList())
                .toList();
        return SummaryPart.of(groups, groups.stream().mapToInt(List::size).sum(),
                rows -> Table.of("Largest changes", rows)
                        .number("", change -> KeyDifferences.growth(change.entry))
                        .column("", change -> Cell.of("#" + (change.image + 1)))
                        .column("", change -> Cell.prose(change.entry.title()))
                        .columnIfAny(KeyDifferences.DOWNLOAD, true, change -> KeyDifferences.hasDownload(change.entry),
                                change -> KeyDifferences.download(change.entry))
                        .build());
    }

    private SummaryPart losses() {
        List<List<List<Loss>>> all = this.differences.stream()
                .map(difference -> Loss.groups(this.report.images().get(difference.from()),
                        this.report.images().get(difference.to()), difference))
                .toList();
        if (isPair()) {
            return KeyDifferences.losses(all.getFirst());
        }
        List<List<Kind>> kinds = IntStream.range(0, 3)
                .mapToObj(group -> kinds(all.stream().map(groups -> groups.get(group)).toList()))
                .toList();
        return SummaryPart.of(kinds, kinds.stream().mapToInt(List::size).sum(),
                rows -> Table.of("Lost and gained from #1", rows)
                        .column("", kind -> Cell.of(new Value.Tag(kind.verb), " " + kind.title))
                        .images(Table.Shape.MATRIX, this.images.subList(1, this.images.size()), true,
                                (kind, image) -> kind.losses.get(image) == null ? Cell.absent()
                                        : Cell.of(kind.losses.get(image).bound().words(),
                                                new Value.Count(kind.losses.get(image).count())))
                        .build());
    }

    private static List<Kind> kinds(List<List<Loss>> images) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (int image = 0; image < images.size(); image++) {
            for (Loss loss : images.get(image)) {
                kinds.computeIfAbsent(loss.many(), title -> new Kind(loss.verb(), title, new HashMap<>())).losses
                        .put(image, loss);
            }
        }
        return List.copyOf(kinds.values());
    }

    /** The checks that the images do not have in common. Those that an image fails come first. */
    private SummaryPart checks() {
        List<Integer> differing = positions(true).stream()
                .sorted(Comparator.comparing(at -> verdicts(at).noneMatch(Verdict.FAIL::equals)))
                .toList();
        return SummaryPart.of(differing, rows -> Table.of("Checks that differ", rows)
                .column("", at -> Cell.of(this.first.checks().get(at).title()))
                .images(Table.Shape.MATRIX, this.images, false,
                        (at, image) -> Cell.verdict(this.images.get(image).checks().get(at)))
                .build());
    }

    private List<Integer> positions(boolean differing) {
        return IntStream.range(0, this.first.checks().size())
                .filter(at -> differing == this.report.images()
                        .stream()
                        .map(image -> Cell.verdict(image.checks().get(at)))
                        .distinct()
                        .count() > 1)
                .boxed()
                .toList();
    }

    private Stream<Verdict> verdicts(int at) {
        return this.report.images().stream().map(image -> image.checks().get(at)).map(CheckReport::verdict);
    }

    private List<Line> closing() {
        List<Line> closing = new ArrayList<>();
        Line platforms = PlatformWords.brief(this.images);
        if (platforms != null) {
            closing.add(platforms);
        }
        if (!isOneGrade()) {
            closing.add(Line.of("Base image: ",
                    Line.joined(this.images.stream().map(ComparisonSummary::grade).toList(), ", ")));
        }
        List<Line> same = same();
        if (!same.isEmpty()) {
            closing.add(Line.of("The same in all images: ", Line.joined(same, ", ")));
        }
        List<String> unknown = SIZES.stream()
                .filter(size -> !isShown(size) && size.isUnknown(this.images))
                .map(size -> Words.uncapitalised(size.shortTitle))
                .toList();
        if (!unknown.isEmpty()) {
            closing.add(Line.of("Unknown in all images: " + String.join(", ", unknown)));
        }
        List<Line> incomplete = this.images.stream()
                .filter(image -> !image.contents().incomplete().isEmpty())
                .map(ComparisonSummary::incomplete)
                .toList();
        if (!incomplete.isEmpty()) {
            closing.add(Line.of("Not read, or only in part: ", Line.joined(incomplete, ", ")));
        }
        closing.addAll(SummaryTables.aboutVulnerabilities(this.report));
        int more = this.report.images().size() - this.images.size();
        if (more > 0) {
            closing.add(Line.of("The details have ", Line.count(more, "more image", "more images")));
        }
        closing.add(Line.of("Use --details for packages, files, checks with their evidence, config and layers"));
        return closing;
    }

    private static Line incomplete(ImageReport image) {
        return Line.of("#" + (image.index() + 1) + " "
                + image.contents().incomplete().stream().map(Subject::title).collect(Collectors.joining(" and ")));
    }

    private boolean isOneGrade() {
        return this.images.stream().map(image -> image.base().grade()).distinct().count() == 1;
    }

    private static Line grade(ImageReport image) {
        return Line.of("#" + (image.index() + 1) + " " + Words.of(image.base().grade()));
    }

    /** The sizes and checks that have no row, because the images do not differ in them. */
    private List<Line> same() {
        List<Line> same = new ArrayList<>();
        if (isOneGrade()) {
            same.add(Line.of("base image " + Words.of(this.first.base().grade())));
        }
        SIZES.stream()
                .filter(size -> !isShown(size) && !size.isUnknown(this.images))
                .map(size -> Line.of(Words.uncapitalised(size.shortTitle) + " ",
                        size.cell.apply(this.first).lines().getFirst()))
                .forEach(same::add);
        List<Integer> checks = positions(false);
        long failed = checks.stream()
                .map(at -> this.first.checks().get(at))
                .filter(check -> check.open() && check.verdict() == Verdict.FAIL)
                .count();
        if (!checks.isEmpty()) {
            same.add(
                    Line.of("the verdicts of ", Line.count(checks.size(), "check", "checks"), failed == 0 ? null : " (",
                            failed == 0 ? null : new Value.Count(failed), failed == 0 ? null : " failed)"));
        }
        return same;
    }

    /**
     * A size of an image.
     *
     * @param bytes {@code null} if it is unknown
     * @param cell  the size or its bound for people
     */
    private record Size(String title, String shortTitle, Function<ImageReport, @Nullable Long> bytes,
            Function<ImageReport, Cell> cell) {

        Size(String title, String shortTitle, Function<ImageReport, @Nullable Long> bytes) {
            this(title, shortTitle, bytes, image -> Cell.size(bytes.apply(image)));
        }

        boolean isUnknown(List<ImageReport> images) {
            return images.stream().allMatch(image -> this.cell.apply(image).equals(Cell.size(null)));
        }

        boolean isSame(List<ImageReport> images) {
            return images.stream()
                    .allMatch(image -> Objects.equals(this.bytes.apply(image), this.bytes.apply(images.getFirst()))
                            && this.cell.apply(image).equals(this.cell.apply(images.getFirst())));
        }
    }

    /** The growth of an image in an entry of its ledger. */
    private record Change(int image, LedgerChangeReport.Entry entry) {}

    /**
     * Items of one kind that images have lost, gained or changed.
     *
     * @param losses by the position of the image among those after the first
     */
    private record Kind(String verb, String title, Map<Integer, Loss> losses) {}
}

package dev.tare.report.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.report.CheckReport;
import dev.tare.report.ImageReport;
import dev.tare.report.LedgerReport;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.overview.Waterfall.Part;
import dev.tare.report.overview.Waterfall.Step;
import dev.tare.report.overview.Waterfall.Sum;

/**
 * The first answers about one image.
 *
 * @param headline its size
 * @param lead     the largest parts
 * @param largest  the parts with a name, the largest first
 * @param smaller  the sum of the others
 * @param contains kinds of programs, and of files that programs may need
 * @param failed   titles of the checks that fail
 */
public record Composition(ImageReport image, Line headline, Line lead, List<Step> largest, Sum smaller,
        List<Line> contains, List<String> failed) {

    private static final int STEPS = 12;

    /** The parts that the lead names. */
    private static final int NAMED = 3;

    public Composition {
        largest = List.copyOf(largest);
        contains = List.copyOf(contains);
        failed = List.copyOf(failed);
    }

    public static Composition of(ImageReport image) {
        List<Step> steps = steps(image);
        List<Step> largest = steps.stream().limit(STEPS).toList();
        return new Composition(image, headline(image), lead(image, largest), largest,
                new Sum(steps.stream().skip(STEPS).toList()), contains(image),
                image.checks().stream().filter(Exchange::fails).map(CheckReport::title).toList());
    }

    private static Line headline(ImageReport image) {
        return Line.of(Value.ImageName.of(image), " is ", new Value.Size(image.sizes().uncompressedBytes(), false),
                " in ", Line.count(image.layers().size(), "layer", "layers"));
    }

    private static Line lead(ImageReport image, List<Step> largest) {
        long all = image.sizes().uncompressedBytes();
        List<Step> named = largest.stream().limit(NAMED).toList();
        if (all == 0 || named.isEmpty()) {
            return Line.of("It has no files.");
        }
        long sum = named.stream().mapToLong(Step::growth).sum();
        return Line.of(named.size() == 1 ? "The largest part is " : "The largest parts are ",
                Line.joined(named.stream().map(step -> Line.of(new Value.Strong(step.words()))).toList(), ", "), ": ",
                new Value.Figure(Math.round(100.0 * sum / all) + " %"), " of all bytes.");
    }

    private static List<Step> steps(ImageReport image) {
        Map<String, List<LedgerReport.Line>> groups = new LinkedHashMap<>();
        image.ledger()
                .lines()
                .items()
                .forEach(line -> groups.computeIfAbsent(Waterfall.id(line.chapter(), line.name()),
                        _ -> new ArrayList<>()).add(line));
        List<Step> steps = new ArrayList<>();
        groups.forEach((id, lines) -> steps.add(step(id, lines)));
        add(steps, "others", "Further parts",
                image.sizes().visibleBytes() - steps.stream().mapToLong(Step::after).sum());
        add(steps, "wasted", "Replaced or deleted by later layers", image.sizes().wastedBytes());
        steps.sort(Comparator.comparingLong(Step::after).reversed().thenComparing(Step::id));
        return steps;
    }

    private static void add(List<Step> steps, String id, String title, long bytes) {
        if (bytes > 0) {
            steps.add(new Step(id, title, null, null, 0, bytes, List.of()));
        }
    }

    private static Step step(String id, List<LedgerReport.Line> lines) {
        LedgerReport.Line first = lines.getFirst();
        boolean own = first.chapter() == Chapter.OS_PACKAGES;
        return new Step(id, own ? first.name() : first.title(), first.chapter(), own ? first.explanation() : null, 0,
                lines.stream().mapToLong(LedgerReport.Line::visibleBytes).sum(),
                lines.size() == 1
                        ? first.owners()
                                .items()
                                .stream()
                                .map(owner -> new Part(owner.name(), 0, owner.visibleBytes()))
                                .toList()
                        : lines.stream().map(line -> new Part(line.name(), 0, line.visibleBytes())).toList());
    }

    private static List<Line> contains(ImageReport image) {
        return image.security()
                .surface()
                .stream()
                .filter(kind -> !kind.paths().empty())
                .filter(kind -> kind.runtimeFiles() || kind.kind().compareTo(SurfaceKind.COMPILER) <= 0)
                .map(kind -> kind.runtimeFiles() ? Line.of(kind.title()) : Exchange.item(kind))
                .toList();
    }
}

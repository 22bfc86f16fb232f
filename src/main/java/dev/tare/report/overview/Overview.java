package dev.tare.report.overview;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.inspection.ledger.Chapter;
import dev.tare.report.DifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.LedgerChangeReport;
import dev.tare.report.LedgerChangeReport.Owner;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.overview.Waterfall.Step;
import dev.tare.wording.Bytes;

/**
 * The first answers of a comparison of two images.
 *
 * @param headline the difference and its main reason
 * @param lead     the largest changes, and the content that is the same
 */
public record Overview(ImageReport from, ImageReport to, Line headline, Line lead, Waterfall waterfall,
        Exchange exchange) {

    /** The steps that the lead names. */
    private static final int NAMED = 5;

    private static final Set<Chapter> APPLICATION = Set.of(Chapter.APPLICATION, Chapter.LIBRARIES);

    public static Overview of(ImageReport from, ImageReport to, DifferenceReport difference) {
        Waterfall waterfall = Waterfall.of(from, to, difference);
        return new Overview(from, to, headline(from, to, difference, waterfall),
                lead(from, to, difference, waterfall), waterfall, Exchange.between(from, to, waterfall));
    }

    private static Line headline(ImageReport from, ImageReport to, DifferenceReport difference, Waterfall waterfall) {
        long growth = difference.uncompressedGrowthBytes();
        Value name = Value.ImageName.of(to);
        if (Math.abs(growth) < Reason.SAME_SIZE) {
            return Line.of(name, " and ", Value.ImageName.of(from), " are the same size");
        }
        long before = from.sizes().uncompressedBytes();
        String percent = Bytes.growthInPercent(before, before + growth).replaceAll("[+-]", "");
        return Line.of(name, " is ", new Value.Size(Math.abs(growth), false),
                percent.isEmpty() ? null : new Value.Figure(" (" + percent + ")"),
                growth < 0 ? " lighter: " : " heavier: ",
                Reason.of(waterfall, growth, baseGrowth(from, to), isSame(from, to, difference, APPLICATION)));
    }

    /** The growth of the base image in bytes; 0 if the base image of an image is not known. */
    private static long baseGrowth(ImageReport from, ImageReport to) {
        Long before = from.sizes().weight().tareUncompressedBytes();
        Long after = to.sizes().weight().tareUncompressedBytes();
        return before == null || after == null ? 0 : after - before;
    }

    private static Line lead(ImageReport from, ImageReport to, DifferenceReport difference, Waterfall waterfall) {
        List<Step> largest = waterfall.largest().stream().limit(NAMED).filter(step -> step.chapter() != null).toList();
        boolean named = Math.abs(difference.uncompressedGrowthBytes()) >= Reason.SAME_SIZE && !largest.isEmpty();
        List<Line> same = same(from, to, difference);
        return Line.of(named ? Line.of(changes(largest), ": ",
                new Value.Figure(Math.round(100 * waterfall.share(NAMED)) + " %"),
                difference.uncompressedGrowthBytes() < 0 ? " of the saved bytes. " : " of the added bytes. ") : null,
                same.isEmpty() ? null : Line.of("The same in both: ", Line.joined(same, ", "), "."));
    }

    /** Distinguishes content that one image lacks from content that is only smaller there. */
    private static Line changes(List<Step> steps) {
        boolean reductions = steps.getFirst().growth() < 0;
        List<Line> all = names(steps.stream().filter(step -> (reductions ? step.after() : step.before()) == 0));
        List<Line> part = names(steps.stream().filter(step -> (reductions ? step.after() : step.before()) > 0));
        Line whole = all.isEmpty() ? null : Line.of(reductions ? "It leaves out " : "It adds ", Line.joined(all, ", "));
        Line less = reductions ? Line.of("less of ") : Line.of("more of ");
        if (part.isEmpty()) {
            return Line.of(whole);
        }
        return whole == null ? Line.of("It has ", less, Line.joined(part, ", "))
                : Line.of(whole, ", and has ", less, Line.joined(part, ", "));
    }

    private static List<Line> names(Stream<Step> steps) {
        return steps.map(step -> Line.of(new Value.Strong(step.words()))).toList();
    }

    private static List<Line> same(ImageReport from, ImageReport to, DifferenceReport difference) {
        return List.of(Chapter.APPLICATION, Chapter.LIBRARIES, Chapter.JAVA_RUNTIME)
                .stream()
                .filter(chapter -> isSame(from, to, difference, Set.of(chapter)))
                .map(chapter -> Line.of(new Value.Strong("the " + switch (chapter) {
                    case APPLICATION -> "application";
                    case LIBRARIES -> "application's libraries";
                    default -> "Java runtime";
                })))
                .toList();
    }

    /**
     * Whether both images have the same content of some chapters. Content is the same if it is in the same layers, or
     * if its versions and its bytes are the same.
     */
    private static boolean isSame(ImageReport from, ImageReport to, DifferenceReport difference,
            Set<Chapter> chapters) {
        List<Owner> owners = difference.ledger()
                .lines()
                .items()
                .stream()
                .filter(line -> chapters.contains(line.chapter()))
                .map(LedgerChangeReport.Line::owners)
                .flatMap(list -> list.items().stream())
                .toList();
        return !owners.isEmpty() && difference.ledger().lines().leftOut() == 0
                && (!chapters.contains(Chapter.LIBRARIES) || difference.jars().changes().empty())
                && (!chapters.contains(Chapter.JAVA_RUNTIME) || difference.javaRuntimes().changes().empty())
                && owners.stream().allMatch(owner -> isSame(from, to, owner));
    }

    private static boolean isSame(ImageReport from, ImageReport to, Owner owner) {
        LedgerChangeReport.Side before = owner.from();
        LedgerChangeReport.Side after = owner.to();
        return before != null && after != null && before.visibleBytes() == after.visibleBytes()
                && before.versions().equals(after.versions())
                && (!before.versions().isEmpty() || diffIds(from, before).equals(diffIds(to, after)));
    }

    private static Set<String> diffIds(ImageReport image, LedgerChangeReport.Side side) {
        Set<String> diffIds = new HashSet<>();
        side.layers().forEach(layer -> diffIds.add(image.layers().get(layer).diffId()));
        return diffIds;
    }
}

package dev.tare.report.section;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.WasteReport;
import dev.tare.report.document.BaseWords;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.PlatformWords;
import dev.tare.report.document.Row;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Bytes;
import org.jspecify.annotations.Nullable;

/** The sizes of the images, each with its own name, and the evidence for them. */
final class SizeSection {

    private SizeSection() {}

    static Section of(ComparisonReport report) {
        return Section.of("sizes", "Sizes", List.of(sizes(report),
                new Block.Bullets("Base images, and why a size is unknown", reasons(report))));
    }

    private static Table sizes(ComparisonReport report) {
        List<Property> rows = new ArrayList<>(List.of(
                size("Gross", "file bytes of all layers, uncompressed",
                        image -> image.sizes().weight().grossUncompressedBytes()),
                size("Tare (base image)", "of these, the layers of the base image",
                        image -> image.sizes().weight().tareUncompressedBytes(), image -> BaseWords.tare(image, true)),
                size("Net (application)", "of these, the layers that the build added",
                        image -> image.sizes().weight().netUncompressedBytes(), image -> BaseWords.net(image, true)),
                size("Compressed", "layer blobs as a registry transfers them",
                        image -> image.sizes().compressedBytes()),
                size("Visible", "files that a container sees", image -> image.sizes().visibleBytes()),
                size("Wasted", "gross minus visible: replaced or deleted by a later layer; the copy that is kept does "
                        + "not count", image -> image.sizes().wastedBytes()),
                new Property("Efficiency as dive defines it", "for comparison: smallest by all sizes of each path",
                        Row.Mark.MINOR,
                        (image, first) -> Cell.of(efficiency(image.waste().diveEfficiency())))));
        if (!report.sharing().isEmpty()) {
            rows.addAll(List.of(
                    shared(report, "Shared", "gross bytes of layers that another image here also has",
                            ComparisonReport.Sharing::sharedUncompressedBytes),
                    shared(report, "Unique", "gross bytes of layers that no other image here has",
                            ComparisonReport.Sharing::uniqueUncompressedBytes),
                    shared(report, "Shared, compressed", "bytes that a node with the other images need not pull",
                            ComparisonReport.Sharing::sharedCompressedBytes),
                    shared(report, "Unique, compressed", "bytes that a node with the other images must still pull",
                            ComparisonReport.Sharing::uniqueCompressedBytes)));
        }
        ImageReport first = report.images().getFirst();
        return Table.of("Size", rows)
                .column("", row -> Cell.of(row.title).withNote(Line.of(row.hint)))
                .images(Table.Shape.MATRIX, report.images(), true,
                        (row, image) -> row.cell.apply(report.images().get(image), first))
                .mark(Property::mark)
                .build();
    }

    private static Property size(String title, String hint, Function<ImageReport, @Nullable Long> bytes) {
        return size(title, hint, bytes, image -> Cell.exactSize(bytes.apply(image)));
    }

    private static Property size(String title, String hint, Function<ImageReport, @Nullable Long> bytes,
            Function<ImageReport, Cell> shown) {
        return new Property(title, hint, Row.Mark.NONE, (image, first) -> {
            Long before = bytes.apply(first);
            Long after = bytes.apply(image);
            Cell cell = shown.apply(image);
            return before == null || after == null || before.equals(after) ? cell
                    : cell.withNote(Line.of(new Value.Figure(Bytes.growth(before, after))));
        });
    }

    /** The efficiency as dive defines it, rounded down, so that only an image without waste has 100 %. */
    static Value.Figure efficiency(WasteReport.DiveEfficiency efficiency) {
        return new Value.Figure(BigDecimal.valueOf(efficiency.score())
                .movePointRight(2)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString() + " %");
    }

    private static Property shared(ComparisonReport report, String title, String hint,
            Function<ComparisonReport.Sharing, @Nullable Long> bytes) {
        return new Property(title, hint, Row.Mark.NONE,
                (image, first) -> Cell.exactSize(bytes.apply(report.sharing().get(image.index()))));
    }

    /** The evidence for base images and unknown sizes. */
    static List<Line> reasons(ComparisonReport report) {
        List<Line> reasons = new ArrayList<>();
        for (ImageReport image : report.images()) {
            String compressed = image.sizes().compressedUnknownBecause();
            reasons.add(Line.of(Value.ImageName.of(image), ", base image ", BaseWords.of(image), ": ",
                    new Value.Prose(image.base().evidence())));
            add(reasons, image, "compressed size unknown", compressed);
            if (compressed == null && !report.sharing().isEmpty()) {
                add(reasons, image, "bytes to pull unknown",
                        report.sharing().get(image.index()).compressedUnknownBecause());
            }
            if (!image.identity().otherPlatforms().isEmpty()) {
                reasons.add(Line.of(Value.ImageName.of(image), ", platform ", PlatformWords.whole(image)));
            }
            image.identity().remarks().forEach(remark -> add(reasons, image, "source", remark));
        }
        return reasons;
    }

    private static void add(List<Line> reasons, ImageReport image, String subject, @Nullable String because) {
        if (because != null) {
            reasons.add(Line.of(Value.ImageName.of(image), ", " + subject + ": ", new Value.Prose(because)));
        }
    }

    /** A row of the table: the cell of an image beside the first one. */
    private record Property(String title, String hint, Row.Mark mark,
            BiFunction<ImageReport, ImageReport, Cell> cell) {}
}

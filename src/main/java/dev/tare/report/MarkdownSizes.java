package dev.tare.report;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** How large each image is, each size by its name, rounded and exact. */
final class MarkdownSizes {

    private MarkdownSizes() {}

    static void write(ComparisonReport report, List<String> lines) {
        lines.addAll(List.of("", "## Image sizes", ""));
        lines.addAll(table(report).lines());
        lines.add("");
        report.differences().forEach(difference -> lines.add(growth(report, difference)));
        report.images().forEach(image -> lines.add(base(image)));
        report.images()
                .stream()
                .filter(image -> image.sizes().compressedUnknownBecause() != null)
                .forEach(image -> lines.add("- The compressed size of %s is unknown: %s".formatted(name(image),
                        image.sizes().compressedUnknownBecause())));
        report.images()
                .forEach(image -> image.remarks()
                        .forEach(
                                remark -> lines.add("- Of %s: %s".formatted(name(image), MarkdownText.prose(remark)))));
        lines.addAll(List.of("", "Bytes of files, in decimal units: gross is all layers uncompressed, tare the base "
                + "image's, net what the build added; compressed is what a registry transfers, visible what a container "
                + "sees, wasted what higher layers hide, the copy that is kept not counted; unique is what a node that has the other images must still "
                + "store and pull."));
    }

    private static MarkdownTable table(ComparisonReport report) {
        List<ImageReport> images = report.images();
        MarkdownTable table = new MarkdownTable("Size", images.stream().map(MarkdownSizes::name).toList());
        row(table, "gross", images, image -> image.weight().grossUncompressedBytes());
        row(table, "tare", images, image -> image.weight().tareUncompressedBytes());
        row(table, "net", images, image -> image.weight().netUncompressedBytes());
        row(table, "compressed", images, image -> image.sizes().compressedBytes());
        row(table, "visible", images, image -> image.sizes().visibleBytes());
        row(table, "wasted", images, image -> image.sizes().wastedBytes());
        table.row("efficiency as dive has it", images.stream()
                .map(image -> Figures.efficiency(image.diveEfficiency()))
                .toList());
        List<SharingReport> sharing = report.sharing();
        row(table, "shared, uncompressed", sharing, SharingReport::sharedUncompressedBytes);
        row(table, "unique, uncompressed", sharing, SharingReport::uniqueUncompressedBytes);
        row(table, "shared, compressed", sharing, SharingReport::sharedCompressedBytes);
        row(table, "unique, compressed", sharing, SharingReport::uniqueCompressedBytes);
        return table;
    }

    private static <T> void row(MarkdownTable table, String title, List<T> of, Function<T, @Nullable Long> bytes) {
        if (!of.isEmpty()) {
            table.row(title, of.stream().map(each -> Figures.exact(bytes.apply(each))).toList());
        }
    }

    private static String growth(ComparisonReport report, DifferenceReport difference) {
        ImageReport from = report.images().get(difference.from());
        ImageReport to = report.images().get(difference.to());
        long growth = difference.uncompressedGrowthBytes();
        if (growth == 0) {
            return "- %s and %s are equally large, uncompressed.".formatted(name(to), name(from));
        }
        return "- %s is %s%s %s than %s, uncompressed.".formatted(name(to), HumanSize.of(Math.abs(growth)),
                Figures.percent(Math.abs(growth), from.weight().grossUncompressedBytes()),
                growth < 0 ? "smaller" : "larger",
                name(from));
    }

    private static String base(ImageReport image) {
        WeightReport weight = image.weight();
        return weight.baseLayers() == null
                ? "- The base of %s is unknown: %s".formatted(name(image),
                        MarkdownText.prose(String.valueOf(weight.unknownBecause())))
                : "- The base of %s is its lowest %s: %s".formatted(name(image),
                        Figures.count(weight.baseLayers(), "layer", "layers"),
                        MarkdownText.prose(String.valueOf(weight.evidence())));
    }

    private static String name(ImageReport image) {
        return MarkdownText.code(image.name());
    }
}

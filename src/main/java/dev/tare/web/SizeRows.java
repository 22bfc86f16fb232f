package dev.tare.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.SharingReport;
import org.jspecify.annotations.Nullable;

/** The sizes of images, each by its name. */
final class SizeRows {

    private final ComparisonReport report;

    private final Shown shown = new Shown();

    SizeRows(ComparisonReport report) {
        this.report = report;
    }

    List<Row> rows() {
        return List.of(
                row("Gross", "file bytes of all layers, uncompressed",
                        image -> image.weight().grossUncompressedBytes()),
                row("Tare", "of these, the base image's layers", image -> image.weight().tareUncompressedBytes()),
                row("Net", "of these, what the build added", image -> image.weight().netUncompressedBytes()),
                row("Compressed", "layer blobs as a registry transfers them", image -> image.sizes().compressedBytes()),
                row("Visible", "files that a container sees", image -> image.sizes().visibleBytes()),
                row("Wasted", "gross less visible: replaced or deleted by a later layer",
                        image -> image.sizes().wastedBytes()),
                Row.of("Efficiency as dive has it", "for comparison: smallest by all sizes of each path",
                        this.report.images(), image -> Cell.of(this.shown.efficiency(image.diveEfficiency()))),
                shared("Shared", "gross bytes of layers that another image here has too",
                        SharingReport::sharedUncompressedBytes),
                shared("Unique", "gross bytes of layers that no other image here has",
                        SharingReport::uniqueUncompressedBytes),
                shared("Still to pull", "compressed bytes for a node that has the other images",
                        SharingReport::uniqueCompressedBytes));
    }

    /** Why some of the sizes are unknown, and what tells where a base ends. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        for (ImageReport image : this.report.images()) {
            String compressed = image.sizes().compressedUnknownBecause();
            String sharing = compressed != null ? null
                    : this.report.sharing().get(image.index()).compressedUnknownBecause();
            Stream.of(Reason.of(image, "where the base ends", image.weight().evidence()),
                    Reason.of(image, "tare and net are unknown", image.weight().unknownBecause()),
                    Reason.of(image, "the compressed size is unknown", compressed),
                    Reason.of(image, "what is still to pull is unknown", sharing))
                    .filter(Objects::nonNull)
                    .forEach(reasons::add);
            image.remarks().forEach(remark -> reasons.add(new Reason(image.name(), "its source", remark)));
        }
        return reasons;
    }

    private Row row(String title, String hint, Function<ImageReport, @Nullable Long> bytes) {
        Long reference = bytes.apply(this.report.images().getFirst());
        return Row.of(title, hint, this.report.images(), image -> cell(image, bytes.apply(image), reference));
    }

    private Row shared(String title, String hint, Function<SharingReport, @Nullable Long> bytes) {
        return Row.of(title, hint, this.report.images(), image -> {
            Long value = bytes.apply(this.report.sharing().get(image.index()));
            return new Cell(List.of(this.shown.size(value)), null, this.shown.bytes(value));
        });
    }

    private Cell cell(ImageReport image, @Nullable Long bytes, @Nullable Long reference) {
        String growth = image.index() == 0 || bytes == null || reference == null ? null : growth(reference, bytes);
        return new Cell(List.of(this.shown.size(bytes)), growth, this.shown.bytes(bytes));
    }

    private @Nullable String growth(long reference, long bytes) {
        if (bytes == reference) {
            return null;
        }
        String percent = this.shown.percent(reference, bytes);
        return this.shown.growth(bytes - reference) + (percent.isEmpty() ? "" : ", " + percent);
    }

    /**
     * Why a size is what it is.
     *
     * @param image how people call the image
     */
    record Reason(String image, String size, String because) {

        static @Nullable Reason of(ImageReport image, String size, @Nullable String because) {
            return because == null ? null : new Reason(image.name(), size, because);
        }
    }
}

package dev.tare.report.document;

import dev.tare.inspection.base.BaseGrade;
import dev.tare.report.BaseReport;
import dev.tare.report.ImageReport;
import dev.tare.wording.Counts;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** Describes the base image of an image, and how certain it is, in the same words everywhere. */
public final class BaseWords {

    private BaseWords() {}

    /** The grade, the name and the layers: {@code verified, debian:13, the lowest 2 of 5 layers}. */
    public static Line of(ImageReport image) {
        BaseReport base = image.base();
        return Line.of(Words.of(base.grade()), base.name() == null ? null : ", ",
                base.name() == null ? null : new Value.Code(base.name()), layers(base, image.layers().size()));
    }

    /** The size of the base image, or at least the lower bound. */
    public static Cell tare(ImageReport image, boolean exact) {
        Long tare = image.sizes().weight().tareUncompressedBytes();
        BaseReport.Lowest least = image.base().least();
        return tare != null ? size(tare, exact) : bound("at least ", least == null ? null : least.uncompressedBytes());
    }

    /** The size of the application, or at most the rest of the lower bound. */
    public static Cell net(ImageReport image, boolean exact) {
        Long net = image.sizes().weight().netUncompressedBytes();
        BaseReport.Lowest least = image.base().least();
        return net != null ? size(net, exact)
                : bound("at most ", least == null ? null
                        : image.sizes().weight().grossUncompressedBytes() - least.uncompressedBytes());
    }

    private static Line layers(BaseReport base, int all) {
        BaseReport.Lowest known = base.layers();
        if (known != null) {
            return Line.of(", ", known.count() == 0 ? "no layer"
                    : known.count() == all ? all == 1 ? "the only layer" : "all layers"
                    : "the lowest " + (known.count() == 1 ? "" : Counts.of(known.count()) + " ") + "of "
                            + Counts.of(all) + " layers");
        }
        return Line.of(base.grade() == BaseGrade.STATED ? ", layers unknown" : null,
                bound(base.grade() == BaseGrade.STATED ? ", a likely boundary above " : ", a boundary above ",
                        base.likely()),
                base.likely() != null && base.likely().equals(base.least()) ? null
                        : bound(", at least ", base.least()));
    }

    private static @Nullable Line bound(String words, BaseReport.@Nullable Lowest layers) {
        return layers == null ? null
                : Line.of(words, lowest(layers.count()), ", ", new Value.Size(layers.uncompressedBytes(), false));
    }

    private static String lowest(int layers) {
        return layers == 1 ? "the lowest layer" : "the lowest " + Counts.of(layers) + " layers";
    }

    private static Cell size(long bytes, boolean exact) {
        return Cell.of(new Value.Size(bytes, exact));
    }

    private static Cell bound(String words, @Nullable Long bytes) {
        return bytes == null ? Cell.size(null) : Cell.of(words, new Value.Size(bytes, false));
    }
}

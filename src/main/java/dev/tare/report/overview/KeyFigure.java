package dev.tare.report.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.tare.content.Unread.Subject;
import dev.tare.report.ContentsReport;
import dev.tare.report.ImageReport;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

/**
 * A figure of the first screen.
 *
 * @param values one for each image
 */
public record KeyFigure(String title, List<Line> values) {

    public KeyFigure {
        values = List.copyOf(values);
    }

    /** The figures of images, in the order of the page. A size that no image states is left out. */
    public static List<KeyFigure> of(List<ImageReport> images) {
        List<KeyFigure> figures = new ArrayList<>();
        if (images.stream().anyMatch(image -> image.sizes().compressedBytes() != null)) {
            figures.add(of("To download", images, image -> image.sizes().compressedBytes() == null ? Line.of("unknown")
                    : Line.of(new Value.Size(image.sizes().compressedBytes(), false))));
        }
        figures.add(of("OS packages", images, image -> packages(image.contents())));
        figures.add(
                of("Executables", images, image -> Line.of(new Value.Count(image.contents().files().executables()))));
        figures.add(of("Failed checks", images,
                image -> Line.of(new Value.Count(image.checks().stream().filter(Exchange::fails).count()))));
        return figures;
    }

    private static KeyFigure of(String title, List<ImageReport> images, Function<ImageReport, Line> value) {
        return new KeyFigure(title, images.stream().map(value).toList());
    }

    private static Line packages(ContentsReport contents) {
        Value count = new Value.Count(contents.packages().total());
        return !contents.leavesUnread(Subject.OS_PACKAGES) ? Line.of(count)
                : contents.packages().empty() ? Line.of("not read")
                : Line.of(count, ", in part");
    }
}

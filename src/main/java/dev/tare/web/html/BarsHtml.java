package dev.tare.web.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.tare.inspection.base.Origin;
import dev.tare.report.ImageReport;
import dev.tare.report.ImageSizes;
import org.jspecify.annotations.Nullable;

/** Writes the sizes of images as bars on one scale, base image and application apart. */
final class BarsHtml {

    /** More images have small bars, and words only if there is something to tell. */
    private static final int FEW = 2;

    private BarsHtml() {}

    /** The bars of the uncompressed sizes, and those of the compressed ones instead if the reader selects them. */
    static String switched(List<ImageReport> images) {
        String plain = of(images.stream().map(ImageReport::asSizes).toList());
        if (images.stream().anyMatch(image -> image.sizes().compressedBytes() == null)) {
            return plain;
        }
        return """
                <fieldset class="seg"><legend class="sr">Sizes</legend>\
                <input type="radio" name="bars" id="bars-plain" checked><label for="bars-plain">Uncompressed</label>\
                <input type="radio" name="bars" id="bars-compressed"><label for="bars-compressed">Compressed</label>
                """ + plain + write("bars compressed", images.stream().map(BarsHtml::compressed).toList())
                + "</fieldset>\n";
    }

    /** The bars of the uncompressed sizes. */
    static String of(List<ImageSizes> images) {
        return write("bars", images.stream()
                .map(image -> new Bar(image.index(), image.name(), image.sizes().uncompressedBytes(),
                        image.sizes().weight().tareUncompressedBytes()))
                .toList());
    }

    private static Bar compressed(ImageReport image) {
        Map<String, Long> base = new HashMap<>();
        image.layers()
                .stream()
                .filter(layer -> layer.origin() == Origin.BASE)
                .forEach(layer -> base.put(layer.digest(), Objects.requireNonNull(layer.compressedBytes())));
        return new Bar(image.index(), image.name(), Objects.requireNonNull(image.sizes().compressedBytes()),
                image.sizes().weight().tareUncompressedBytes() == null ? null
                        : Long.valueOf(base.values().stream().mapToLong(Long::longValue).sum()));
    }

    private static String write(String style, List<Bar> bars) {
        long largest = Math.max(1, bars.stream().mapToLong(Bar::size).max().orElse(1));
        StringBuilder html = new StringBuilder("<div class=\"").append(style)
                .append(bars.size() > FEW ? " several" : "")
                .append("\">\n");
        for (Bar bar : bars) {
            long size = bar.size();
            Long base = bar.base();
            String words = words(size, base);
            html.append("<div class=\"tag\">")
                    .append(bars.size() == 1 ? "" : badge(bar.index()))
                    .append("<span><bdi>")
                    .append(LineHtml.escaped(bar.name()))
                    .append("</bdi> <small>")
                    .append(Figures.size(size))
                    .append("</small></span></div><div><svg role=\"img\" aria-label=\"")
                    .append(words)
                    .append("\">");
            rect(html, "base", 0, base == null ? size : base, largest);
            if (base != null) {
                rect(html, "app", base, size - base, largest);
                rect(html, "hatch", base, size - base, largest);
            }
            html.append("</svg>");
            if (base != null || bars.size() <= FEW) {
                html.append("<p>").append(words).append("</p>");
            }
            html.append("</div>\n");
        }
        return html.append("</div>\n").toString();
    }

    /** The letter of an image: a square for the first, and circles for the others. */
    static String badge(int index) {
        return "<span class=\"k " + (index == 0 ? "A" : "B") + "\" aria-hidden=\"true\">" + letter(index) + "</span>";
    }

    static char letter(int index) {
        return (char) ('A' + index);
    }

    private static String words(long size, @Nullable Long base) {
        return base == null ? "base image and application are not known apart"
                : "base image " + Figures.size(base) + ", application " + Figures.size(size - base);
    }

    private static void rect(StringBuilder html, String style, long from, long length, long largest) {
        html.append(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%.2f%%\" width=\"%.2f%%\" height=\"100%%\"/>",
                style, 100.0 * from / largest, 100.0 * length / largest));
    }

    /** @param base bytes of the base image, or {@code null} if they are not known apart */
    private record Bar(int index, String name, long size, @Nullable Long base) {}
}

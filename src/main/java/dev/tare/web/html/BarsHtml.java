package dev.tare.web.html;

import java.util.List;
import java.util.Locale;

import dev.tare.report.ImageReport;
import org.jspecify.annotations.Nullable;

/** Writes the sizes of images as bars on one scale, base image and application apart. */
final class BarsHtml {

    private BarsHtml() {}

    static String of(List<ImageReport> images) {
        long largest =
                Math.max(1, images.stream().mapToLong(image -> image.sizes().uncompressedBytes()).max().orElse(1));
        StringBuilder html = new StringBuilder("<div class=\"bars\">\n");
        for (ImageReport image : images) {
            long size = image.sizes().uncompressedBytes();
            Long base = image.sizes().weight().tareUncompressedBytes();
            String words = words(size, base);
            html.append("<div class=\"tag\">")
                    .append(badge(image.index()))
                    .append("<span><bdi>")
                    .append(LineHtml.escaped(image.name()))
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
            html.append("</svg><p>").append(words).append("</p></div>\n");
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
}

package dev.tare.web.html;

import java.util.List;
import java.util.Locale;

import dev.tare.report.overview.Composition;
import dev.tare.report.overview.Waterfall.Part;
import dev.tare.report.overview.Waterfall.Step;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;

/** Writes the parts of one image as rows with bars that open to their packages. */
final class PartsHtml {

    /** The parts of a row, each with its own row. */
    private static final int PARTS = 8;

    private final StringBuilder html = new StringBuilder();

    private final Composition image;

    private final String files;

    private final long all;

    private final long largest;

    /** @param files address of the list of files, to which a parameter is appended */
    PartsHtml(Composition image, String files) {
        this.image = image;
        this.files = files;
        this.all = Math.max(1, image.image().sizes().uncompressedBytes());
        this.largest = Math.max(1, Math.max(image.smaller().growth(),
                image.largest().stream().mapToLong(Step::after).max().orElse(1)));
    }

    String write() {
        this.html.append("<div class=\"wf\">\n<div class=\"r hdr\"><span></span><span>What</span>"
                + "<span class=\"scale\"></span><span class=\"number\">Size</span>"
                + "<span class=\"number\">Share</span></div>\n");
        this.image.largest().forEach(this::step);
        List<Step> smaller = this.image.smaller().steps();
        if (!smaller.isEmpty()) {
            String title = Counts.of(smaller.size(), "smaller part", "smaller parts");
            open("smaller", title, this.image.smaller().growth());
            table(title, smaller.stream().map(step -> new Part(step.title(), 0, step.after())).toList());
            this.html.append("</div></details>\n");
        }
        return this.html.append("</div>\n").toString();
    }

    private void step(Step step) {
        String title = LineHtml.escaped(step.title());
        open(step.id(), title, step.after());
        if (step.explanation() != null) {
            this.html.append("<p class=\"why\">").append(LineHtml.escaped(step.explanation())).append("</p>\n");
        }
        table(title, step.parts());
        if (step.chapter() != null && !this.files.isEmpty()) {
            this.html.append("<p><a href=\"")
                    .append(LineHtml.escaped(this.files))
                    .append("&amp;line=")
                    .append(step.id())
                    .append("\">Show the files</a></p>");
        }
        this.html.append("</div></details>\n");
    }

    private void open(String id, String title, long bytes) {
        this.html.append("<details id=\"line-")
                .append(id)
                .append("\"><summary><span class=\"chev\" aria-hidden=\"true\"></span><span>")
                .append(title)
                .append("</span>")
                .append(String.format(Locale.ROOT,
                        "<svg aria-hidden=\"true\" class=\"bar-of\"><rect class=\"base\" width=\"%.2f%%\" y=\"25%%\" "
                                + "height=\"50%%\"/></svg>",
                        100.0 * bytes / this.largest))
                .append("<span class=\"number\">")
                .append(LineHtml.typographic(Bytes.rounded(bytes)))
                .append("</span><span class=\"number share\">")
                .append(200 * bytes < this.all ? "&lt;\u00a01" : Long.toString(Math.round(100.0 * bytes / this.all)))
                .append("\u00a0%</span></summary>\n<div class=\"in\">");
    }

    private void table(String title, List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        this.html.append("<table class=\"parts\"><caption class=\"sr\">")
                .append(title)
                .append("</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\" class=\"number\">Size</th></tr>"
                        + "</thead><tbody>\n");
        parts.stream().limit(PARTS).forEach(this::row);
        List<Part> rest = parts.stream().skip(PARTS).toList();
        if (!rest.isEmpty()) {
            row(new Part(Counts.of(rest.size()) + " smaller", 0, rest.stream().mapToLong(Part::after).sum()));
        }
        this.html.append("</tbody></table>");
    }

    private void row(Part part) {
        this.html.append("<tr><th scope=\"row\">")
                .append(LineHtml.escaped(part.name()))
                .append("</th><td class=\"number\">")
                .append(LineHtml.typographic(Bytes.rounded(part.after())))
                .append("</td></tr>\n");
    }
}

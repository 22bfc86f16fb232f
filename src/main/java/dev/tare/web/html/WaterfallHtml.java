package dev.tare.web.html;

import java.util.List;
import java.util.Locale;

import dev.tare.report.ImageReport;
import dev.tare.report.overview.Overview;
import dev.tare.report.overview.Waterfall;
import dev.tare.report.overview.Waterfall.Part;
import dev.tare.report.overview.Waterfall.Step;
import dev.tare.report.overview.Waterfall.Sum;
import dev.tare.wording.Counts;

/** Writes the steps from one image to another as rows that open to their packages. */
final class WaterfallHtml {

    /** The parts of a step with a row. */
    private static final int PARTS = 8;

    private final StringBuilder html = new StringBuilder();

    private final Overview overview;

    private final String files;

    private final long largest;

    private final long all;

    private long at;

    /** @param files address of the list of files, to which a parameter is appended */
    WaterfallHtml(Overview overview, String files) {
        this.overview = overview;
        this.files = files;
        long before = overview.from().sizes().uncompressedBytes();
        long after = overview.to().sizes().uncompressedBytes();
        Waterfall waterfall = overview.waterfall();
        this.largest = Math.max(1, Math.max(Math.max(before, after), after - waterfall.against().growth()));
        this.all = waterfall.largest().stream().mapToLong(Step::growth).sum() + waterfall.smaller().growth();
        this.at = before;
    }

    String write() {
        Waterfall waterfall = this.overview.waterfall();
        this.html.append("<div class=\"wf\">\n<div class=\"r hdr\"><span></span><span>What</span>"
                + "<span class=\"scale\">Size</span><span class=\"number\">Change</span>"
                + "<span class=\"number\">Share</span></div>\n");
        total(this.overview.from());
        waterfall.largest().forEach(this::step);
        sum(waterfall.smaller(), this.all < 0 ? "smaller reduction" : "smaller addition", true);
        sum(waterfall.against(), this.all < 0 ? "addition" : "reduction", false);
        total(this.overview.to());
        return this.html.append("</div>\n").toString();
    }

    private void total(ImageReport image) {
        long size = image.sizes().uncompressedBytes();
        this.html.append("<div class=\"r tot\"><span></span><span class=\"tag\">")
                .append(BarsHtml.badge(image.index()))
                .append("<bdi>")
                .append(LineHtml.escaped(image.name()))
                .append("</bdi></span>");
        bar("base", 0, size);
        this.html.append("<span class=\"number\">").append(Figures.size(size)).append("</span><span></span></div>\n");
    }

    private void step(Step step) {
        open(step.id(), LineHtml.escaped(step.title()), step.growth(), true);
        this.html.append("<div class=\"in\">");
        if (step.explanation() != null) {
            this.html.append("<p class=\"why\">").append(LineHtml.escaped(step.explanation())).append("</p>\n");
        }
        parts(LineHtml.escaped(step.title()), step.parts());
        if (step.chapter() != null) {
            this.html.append("<p><a href=\"")
                    .append(LineHtml.escaped(this.files))
                    .append("&amp;line=")
                    .append(step.id())
                    .append("\">Show the files</a></p>");
        }
        this.html.append("</div></details>\n");
    }

    private void sum(Sum sum, String noun, boolean along) {
        if (sum.steps().isEmpty()) {
            return;
        }
        String title = Counts.of(sum.steps().size(), noun, noun + "s");
        open(along ? "smaller" : "against", title, sum.growth(), along);
        this.html.append("<div class=\"in\">");
        parts(title, sum.steps().stream().map(step -> new Part(step.title(), step.before(), step.after())).toList());
        this.html.append("</div></details>\n");
    }

    private void open(String id, String title, long growth, boolean along) {
        this.html.append("<details id=\"line-")
                .append(id)
                .append("\"><summary><span class=\"chev\" aria-hidden=\"true\">"
                        + "</span><span>")
                .append(title)
                .append("</span>");
        bar(growth < 0 ? "less" : "more", Math.min(this.at, this.at + growth), Math.abs(growth));
        this.at += growth;
        this.html.append("<span class=\"number ")
                .append(growth < 0 ? "ta" : "tb")
                .append("\">")
                .append(Figures.change(0, growth))
                .append("</span><span class=\"number share\">")
                .append(along && this.all != 0 ? String.format(Locale.ROOT, "%.0f\u00a0%%", 100.0 * growth / this.all)
                        : "")
                .append("</span></summary>\n");
    }

    private void bar(String style, long from, long length) {
        this.html.append("<svg aria-hidden=\"true\" class=\"bar-of\"><rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(percent(from))
                .append("\" width=\"")
                .append(percent(length))
                .append("\" y=\"25%\" height=\"50%\"/></svg>");
    }

    private String percent(long bytes) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * bytes / this.largest);
    }

    private void parts(String title, List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        this.html.append("<table class=\"parts\"><caption class=\"sr\">")
                .append(title)
                .append("</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\" class=\"number\">")
                .append(BarsHtml.letter(this.overview.from().index()))
                .append("</th><th scope=\"col\" class=\"number\">")
                .append(BarsHtml.letter(this.overview.to().index()))
                .append("</th><th scope=\"col\" class=\"number\">Change</th></tr>"
                        + "</thead><tbody>\n");
        parts.stream().limit(PARTS).forEach(this::row);
        List<Part> rest = parts.stream().skip(PARTS).toList();
        if (!rest.isEmpty()) {
            row(new Part(Counts.of(rest.size()) + " smaller", rest.stream().mapToLong(Part::before).sum(),
                    rest.stream().mapToLong(Part::after).sum()));
        }
        this.html.append("</tbody></table>");
    }

    private void row(Part part) {
        this.html.append("<tr><th scope=\"row\">").append(LineHtml.escaped(part.name())).append("</th>");
        cell(part.before() == 0 ? "–" : Figures.size(part.before()), "");
        cell(part.after() == 0 ? "–" : Figures.size(part.after()), "");
        cell(Figures.change(part.before(), part.after()),
                part.growth() == 0 ? "" : part.growth() < 0 ? " ta" : " tb");
        this.html.append("</tr>\n");
    }

    private void cell(String text, String style) {
        this.html.append("<td class=\"number").append(style).append("\">").append(text).append("</td>");
    }
}

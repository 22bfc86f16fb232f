package dev.tare.web.html;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tare.report.ImageReport;
import dev.tare.report.ImageSizes;
import dev.tare.report.document.Block;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.VisibleText;
import dev.tare.report.overview.CheckGroups;
import dev.tare.report.overview.Composition;
import dev.tare.report.overview.Overview;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Renders documents as HTML. Templates call it {@code @html}. A page has thousands of values, and a template would
 * evaluate several expressions for each of them.
 */
@Component("html")
public final class DocumentHtml {

    private static final String UNKNOWN = "unknown";

    /** More statements than this are shown on demand. */
    private static final int FEW = 4;

    /** A text of an image with every character visible. The template must escape it. */
    public String text(@Nullable Object text) {
        return text == null ? UNKNOWN : VisibleText.of(text.toString());
    }

    /** A line as text. The template must escape it. */
    public String text(Line line) {
        return VisibleText.of(line.text());
    }

    /** A rounded size. */
    public String size(long bytes) {
        return Figures.size(bytes);
    }

    /** A count with thousands separators. */
    public String count(long number) {
        return Counts.of(number);
    }

    /** A line as HTML. */
    public String line(Line line) {
        StringBuilder html = new StringBuilder();
        LineHtml.append(html, line);
        return html.toString();
    }

    /** The steps of an overview. Their links begin with an address and name a line. */
    public String waterfall(Overview overview, String files) {
        return new WaterfallHtml(overview, files).write();
    }

    /** The parts of one image. Their links begin with an address and name a part. */
    public String parts(Composition image, String files) {
        return new PartsHtml(image, files).write();
    }

    /** The sizes of images as bars, uncompressed or compressed. */
    public String bars(List<ImageReport> images) {
        return BarsHtml.switched(images);
    }

    /** The uncompressed sizes of images as bars. */
    public String sizes(List<ImageSizes> images) {
        return BarsHtml.of(images);
    }

    /** The checks of all images. */
    public String checks(CheckGroups groups) {
        return ChecksHtml.of(groups);
    }

    /** The letter of an image as text. */
    public String letter(int index) {
        return String.valueOf(BarsHtml.letter(index));
    }

    /** The letter of an image. */
    public String badge(int index) {
        return BarsHtml.badge(index);
    }

    /**
     * A part of a section as HTML, in pieces. A page is not in memory as a whole, because a client may receive it slowly.
     *
     * @param rows greatest number of rows of long lists
     */
    public Iterable<String> pieces(Block block, int rows) {
        return () -> new HtmlPieces(steps(block, rows).iterator());
    }

    private static Stream<Consumer<StringBuilder>> steps(Block block, int rows) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream
                    .of(html -> LineHtml.append(html, "<p class=\"lead\">", paragraph.line(), "</p>\n"));
            case Block.Bullets bullets -> steps(bullets);
            case Table table -> new TableHtml(table, rows).steps();
            case Section section -> around(html -> {
                html.append("<div class=\"part\" id=\"").append(LineHtml.escaped(section.id())).append("\">\n");
                LineHtml.append(html, "<h3>", section.title(), "</h3>\n");
            }, section.blocks().stream().flatMap(inner -> steps(inner, rows)), "</div>\n");
        };
    }

    private static Stream<Consumer<StringBuilder>> steps(Block.Bullets bullets) {
        boolean onDemand = bullets.lines().size() > FEW;
        return around(html -> {
            if (onDemand) {
                html.append("<details><summary>").append(LineHtml.escaped(bullets.title())).append("</summary>\n");
            }
            html.append("<ul class=\"reasons\">");
        }, bullets.lines().stream().map(line -> html -> LineHtml.append(html, "<li>", line, "</li>")),
                onDemand ? "</ul></details>\n" : "</ul>\n");
    }

    /** The steps between a beginning and an end. */
    static Stream<Consumer<StringBuilder>> around(Consumer<StringBuilder> begin, Stream<Consumer<StringBuilder>> steps,
            String end) {
        return Stream.concat(Stream.concat(Stream.of(begin), steps), Stream.of(html -> html.append(end)));
    }
}

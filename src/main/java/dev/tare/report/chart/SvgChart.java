package dev.tare.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tare.report.document.VisibleText;

import static java.util.stream.Collectors.joining;

/** Draws a chart as SVG. Colors are presentation attributes, which a strict content security policy allows. */
final class SvgChart {

    private SvgChart() {}

    /**
     * The chart for a page: without a background, with text in the page's {@code currentColor}, and with a class on
     * every shape ({@code chart-text}, {@code chart-muted}, {@code chart-grid}, {@code chart-tare}, {@code chart-net},
     * {@code chart-unknown}). A stripe of a likely boundary has the class {@code chart-tare}. The page's style sheet may assign other colors to the classes.
     */
    static String inline(SizeChart chart, ChartWidth width) {
        return write(chart, width, "", true);
    }

    /**
     * The chart for a file: with a background, and with the colors for a dark screen in a style sheet. The chart is
     * legible even if a policy forbids the style sheet.
     */
    static String file(SizeChart chart) {
        String dark = Stream.of(ChartColor.values())
                .map(color -> "." + color.cssClass() + "{fill:" + color.dark() + "}")
                .collect(joining());
        return write(chart, ChartWidth.WIDE, "<style>@media (prefers-color-scheme: dark){" + dark + "}</style>\n",
                false);
    }

    private static String write(SizeChart chart, ChartWidth width, String style, boolean inline) {
        ChartLayout layout = new ChartLayout(chart, width);
        String id = width == ChartWidth.WIDE ? "size-chart" : "narrow-size-chart";
        String ground = inline ? ""
                : box(new ChartShape.Box(0, 0, width.units(), layout.height(), ChartColor.GROUND), false) + "\n";
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                role="img" aria-labelledby="%8$s-title %8$s-description" \
                font-family="system-ui, 'Liberation Sans', Arial, sans-serif">
                <title id="%8$s-title">%3$s</title>
                <desc id="%8$s-description">%4$s</desc>
                %5$s%6$s%9$s%7$s
                </svg>
                """.formatted(width.units(), layout.height(), escaped(chart.title()), escaped(chart.description()),
                style,
                ground, shapes(layout.shapes(), inline, id), id, pattern(layout.shapes(), inline, id));
    }

    /** The stripes of a likely boundary, or an empty text without stripes. */
    private static String pattern(List<ChartShape> shapes, boolean inline, String id) {
        return shapes.stream().anyMatch(ChartShape.Hatch.class::isInstance) ? """
                <defs><pattern id="%s-stripes" width="8" height="8" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)">%s</pattern></defs>
                """.formatted(id, box(new ChartShape.Box(0, 0, 4, 8, ChartColor.TARE), inline)) : "";
    }

    private static String shapes(List<ChartShape> shapes, boolean inline, String id) {
        return shapes.stream().map(shape -> switch (shape) {
            case ChartShape.Box box -> box(box, inline);
            case ChartShape.Hatch hatch -> rectangle(hatch.x(), hatch.y(), hatch.width(), hatch.height(),
                    "fill=\"url(#" + id + "-stripes)\"");
            case ChartShape.Text text -> text(text, inline);
        }).collect(joining("\n"));
    }

    private static String box(ChartShape.Box box, boolean inline) {
        return rectangle(box.x(), box.y(), box.width(), box.height(), fill(box.color(), inline));
    }

    private static String rectangle(double x, double y, double width, double height, String fill) {
        return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>".formatted(number(x), number(y),
                number(width), number(height), fill);
    }

    private static String text(ChartShape.Text text, boolean inline) {
        return "<text x=\"%s\" y=\"%s\" font-size=\"%d\"%s %s>%s</text>".formatted(number(text.x()),
                number(text.y()), text.size(), text.atEnd() ? " text-anchor=\"end\"" : "", fill(text.color(), inline),
                escaped(text.text()));
    }

    private static String fill(ChartColor color, boolean inline) {
        String value = inline ? switch (color) {
            case TEXT -> "currentColor";
            case MUTED -> "currentColor\" fill-opacity=\"0.75";
            case GRID -> "currentColor\" fill-opacity=\"0.2";
            default -> color.light();
        } : color.light();
        return "class=\"" + color.cssClass() + "\" fill=\"" + value + "\"";
    }

    private static String number(double value) {
        String number = String.format(Locale.ROOT, "%.2f", value);
        return number.endsWith(".00") ? number.substring(0, number.length() - 3) : number;
    }

    private static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"",
                        "&quot;");
    }
}

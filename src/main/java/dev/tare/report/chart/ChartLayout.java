package dev.tare.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;

/** Places a chart's bars and words, the same for every format of one width. */
final class ChartLayout {

    private static final int MARGIN = 24;

    private static final int HEAD = 84;

    private static final int LEGEND_LINE = 20;

    private static final int ROW = 74;

    private static final int BAR = 22;

    private static final int BAR_TOP = 28;

    private static final int FOOT = 40;

    private static final int TICK = 6;

    private static final int TICK_WIDTH = 52;

    private final SizeChart chart;

    private final ChartWidth width;

    private final List<ChartShape> shapes = new ArrayList<>();

    ChartLayout(SizeChart chart, ChartWidth width) {
        this.chart = chart;
        this.width = width;
    }

    /** The shapes, those behind others first. */
    List<ChartShape> shapes() {
        this.shapes.clear();
        head();
        ruler();
        rows();
        return List.copyOf(this.shapes);
    }

    int height() {
        return headHeight() + this.chart.bars().size() * ROW + FOOT;
    }

    private int headHeight() {
        return HEAD + (this.width.isStacked() ? (legends().size() - 1) * LEGEND_LINE : 0);
    }

    private List<Legend> legends() {
        return Stream.of(Legend.values()).filter(legend -> legend.appliesTo(this.chart)).toList();
    }

    private void head() {
        text(MARGIN, 34, this.width.titleSize(), ChartColor.TEXT, this.chart.title());
        int x = MARGIN;
        int y = 52;
        for (Legend legend : legends()) {
            box(x, y, 12, 12, legend.color);
            if (legend == Legend.LIKELY) {
                hatch(x, y, 12, 12);
            }
            text(x + 18, y + 11, 13, ChartColor.MUTED, legend.text);
            if (this.width.isStacked()) {
                y += LEGEND_LINE;
            } else {
                x += 18 + legend.text.length() * 7 + 24;
            }
        }
    }

    /** A ruler below the bars. Lines across the bars would be partly hidden. */
    private void ruler() {
        long largest = this.chart.largest();
        long step = ChartScale.stepFor(largest, this.width.ticks());
        int top = headHeight() + this.chart.bars().size() * ROW;
        box(MARGIN, top, inner(), 1, ChartColor.GRID);
        for (long value = 0; value <= largest; value += step) {
            box(x(value), top, 1, TICK, ChartColor.GRID);
            tick(x(value), top + 20, value == 0 ? "0" : Bytes.rounded(value));
        }
    }

    private void tick(double x, double y, String text) {
        boolean atEnd = x > this.width.units() - MARGIN - TICK_WIDTH;
        this.shapes.add(new ChartShape.Text(x, y, 12, atEnd, ChartColor.MUTED, text));
    }

    private void rows() {
        for (int i = 0; i < this.chart.bars().size(); i++) {
            row(this.chart.bars().get(i), headHeight() + i * ROW);
        }
    }

    private void row(SizeChart.Bar bar, int top) {
        text(MARGIN, top + 20, 14, ChartColor.TEXT, VisibleText.shortened(bar.name(), this.width.nameLength()));
        this.shapes.add(new ChartShape.Text(this.width.units() - MARGIN, top + 20, 14, true, ChartColor.TEXT,
                Bytes.rounded(bar.gross()) + " gross"));
        bar(bar, top + BAR_TOP);
        text(MARGIN, top + BAR_TOP + BAR + 15, 12, ChartColor.MUTED, bar.split());
    }

    private void bar(SizeChart.Bar bar, int top) {
        Long tare = bar.tare();
        if (tare == null) {
            box(MARGIN, top, width(bar.gross()), BAR, ChartColor.UNKNOWN);
            if (bar.likely() != null) {
                hatch(MARGIN, top, width(bar.likely()), BAR);
            }
        } else {
            box(MARGIN, top, width(tare), BAR, ChartColor.TARE);
            box(x(tare), top, width(bar.gross() - tare), BAR, ChartColor.NET);
        }
    }

    private int inner() {
        return this.width.units() - 2 * MARGIN;
    }

    private double x(long value) {
        return MARGIN + width(value);
    }

    private double width(long value) {
        long largest = this.chart.largest();
        return largest == 0 ? 0 : (double) value / largest * inner();
    }

    private void box(double x, double y, double width, double height, ChartColor color) {
        this.shapes.add(new ChartShape.Box(x, y, width, height, color));
    }

    private void hatch(double x, double y, double width, double height) {
        this.shapes.add(new ChartShape.Hatch(x, y, width, height, ChartColor.TARE));
    }

    private void text(double x, double y, int size, ChartColor color, String text) {
        this.shapes.add(new ChartShape.Text(x, y, size, false, color, text));
    }

    private enum Legend {

        TARE(ChartColor.TARE, "tare (base image)"), NET(ChartColor.NET, "net (application)"), LIKELY(
                ChartColor.UNKNOWN, "likely base image"),
        UNKNOWN(ChartColor.UNKNOWN, "base unknown");

        private final ChartColor color;

        private final String text;

        Legend(ChartColor color, String text) {
            this.color = color;
            this.text = text;
        }

        boolean appliesTo(SizeChart chart) {
            return chart.bars().stream().anyMatch(bar -> switch (this) {
                case TARE, NET -> bar.tare() != null;
                case LIKELY -> bar.tare() == null && bar.likely() != null;
                case UNKNOWN -> bar.tare() == null && !Long.valueOf(bar.gross()).equals(bar.likely());
            });
        }
    }
}

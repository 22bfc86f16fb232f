package dev.tare.report.chart;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.document.HumanSize;
import dev.tare.report.document.VisibleText;

/** Places a chart's bars and words, the same for every format. */
final class ChartLayout {

    static final int WIDTH = 760;

    private static final int MARGIN = 24;

    private static final int INNER = WIDTH - 2 * MARGIN;

    private static final int HEAD = 84;

    private static final int ROW = 74;

    private static final int BAR = 22;

    private static final int BAR_TOP = 28;

    private static final int FOOT = 40;

    private static final int TICK = 6;

    private static final int TICK_WIDTH = 52;

    private static final int NAME_LENGTH = 64;

    private final SizeChart chart;

    private final List<ChartShape> shapes = new ArrayList<>();

    private ChartLayout(SizeChart chart) {
        this.chart = chart;
    }

    static List<ChartShape> of(SizeChart chart) {
        ChartLayout layout = new ChartLayout(chart);
        layout.head();
        layout.ruler();
        layout.rows();
        return layout.shapes;
    }

    static int heightOf(SizeChart chart) {
        return HEAD + chart.bars().size() * ROW + FOOT;
    }

    private void head() {
        text(MARGIN, 34, 18, ChartColor.TEXT, this.chart.title());
        int x = MARGIN;
        for (Legend legend : Legend.values()) {
            if (legend.appliesTo(this.chart)) {
                box(x, 52, 12, 12, legend.color);
                text(x + 18, 63, 13, ChartColor.MUTED, legend.text);
                x += 18 + legend.text.length() * 7 + 24;
            }
        }
    }

    /** A ruler below the bars. Lines across the bars would be partly hidden. */
    private void ruler() {
        long largest = this.chart.largest();
        long step = ChartScale.stepFor(largest);
        int top = HEAD + this.chart.bars().size() * ROW;
        box(MARGIN, top, INNER, 1, ChartColor.GRID);
        for (long value = 0; value <= largest; value += step) {
            box(x(value), top, 1, TICK, ChartColor.GRID);
            tick(x(value), top + 20, value == 0 ? "0" : HumanSize.of(value));
        }
    }

    private void tick(double x, double y, String text) {
        boolean atEnd = x > WIDTH - MARGIN - TICK_WIDTH;
        this.shapes.add(new ChartShape.Text(x, y, 12, atEnd, ChartColor.MUTED, text));
    }

    private void rows() {
        for (int i = 0; i < this.chart.bars().size(); i++) {
            row(this.chart.bars().get(i), HEAD + i * ROW);
        }
    }

    private void row(SizeChart.Bar bar, int top) {
        text(MARGIN, top + 20, 14, ChartColor.TEXT, VisibleText.shortened(bar.name(), NAME_LENGTH));
        this.shapes.add(new ChartShape.Text(WIDTH - MARGIN, top + 20, 14, true, ChartColor.TEXT,
                HumanSize.of(bar.gross()) + " gross"));
        bar(bar, top + BAR_TOP);
        text(MARGIN, top + BAR_TOP + BAR + 15, 12, ChartColor.MUTED, bar.split());
    }

    private void bar(SizeChart.Bar bar, int top) {
        Long tare = bar.tare();
        if (tare == null) {
            box(MARGIN, top, width(bar.gross()), BAR, ChartColor.UNKNOWN);
        } else {
            box(MARGIN, top, width(tare), BAR, ChartColor.TARE);
            box(x(tare), top, width(bar.gross() - tare), BAR, ChartColor.NET);
        }
    }

    private double x(long value) {
        return MARGIN + width(value);
    }

    private double width(long value) {
        long largest = this.chart.largest();
        return largest == 0 ? 0 : (double) value / largest * INNER;
    }

    private void box(double x, double y, double width, double height, ChartColor color) {
        this.shapes.add(new ChartShape.Box(x, y, width, height, color));
    }

    private void text(double x, double y, int size, ChartColor color, String text) {
        this.shapes.add(new ChartShape.Text(x, y, size, false, color, text));
    }

    private enum Legend {

        TARE(ChartColor.TARE, "tare: the base image"), NET(ChartColor.NET, "net: what the build added"), UNKNOWN(
                ChartColor.UNKNOWN, "base unknown");

        private final ChartColor color;

        private final String text;

        Legend(ChartColor color, String text) {
            this.color = color;
            this.text = text;
        }

        boolean appliesTo(SizeChart chart) {
            return chart.bars().stream().anyMatch(bar -> (bar.tare() == null) == (this == UNKNOWN));
        }
    }
}

package dev.tare.report.chart;

import java.util.Locale;

/** The colors of a chart. Those of the bars have enough contrast on a light background and on a dark one. */
enum ChartColor {

    GROUND("#ffffff", "#0d1117"), TEXT("#1f2328", "#e6edf3"), MUTED("#59636e", "#9198a1"), GRID("#d1d9e0",
            "#3d444d"),
    TARE("#5b7aa0", "#5b7aa0"), NET("#c9662b", "#c9662b"), UNKNOWN("#8a8f98", "#8a8f98");

    private final String light;

    private final String dark;

    ChartColor(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    String light() {
        return this.light;
    }

    String dark() {
        return this.dark;
    }

    /** The class by which a style sheet can assign another color. */
    String cssClass() {
        return "chart-" + name().toLowerCase(Locale.ROOT);
    }
}

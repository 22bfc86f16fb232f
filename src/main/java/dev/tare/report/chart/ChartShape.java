package dev.tare.report.chart;

/** A shape of a chart with its place, in pixels from the upper left corner. */
sealed interface ChartShape {

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, ChartColor color) implements ChartShape {}

    /** A rectangle with diagonal stripes, through which the shape behind it is visible. */
    record Hatch(double x, double y, double width, double height, ChartColor color) implements ChartShape {}

    /** A line of text. */
    record Text(double x, double y, int size, boolean atEnd, ChartColor color, String text) implements ChartShape {}
}

package dev.tare.report.chart;

/** The room for a chart, in units that are pixels of a page if the chart is not scaled. */
enum ChartWidth {

    /** For files and most screens. */
    WIDE(760, 64, 18, 5, false),

    /** For phones. Its words stay legible there, where those of the wide chart would be too small. */
    NARROW(358, 24, 15, 3, true);

    private final int units;

    private final int nameLength;

    private final int titleSize;

    private final int ticks;

    private final boolean stacked;

    ChartWidth(int units, int nameLength, int titleSize, int ticks, boolean stacked) {
        this.units = units;
        this.nameLength = nameLength;
        this.titleSize = titleSize;
        this.ticks = ticks;
        this.stacked = stacked;
    }

    int units() {
        return this.units;
    }

    /** The greatest number of characters of an image's name. */
    int nameLength() {
        return this.nameLength;
    }

    int titleSize() {
        return this.titleSize;
    }

    /** The greatest number of marks on the ruler, so that their words do not overlap. */
    int ticks() {
        return this.ticks;
    }

    /** Whether each color of the legend has its own line. */
    boolean isStacked() {
        return this.stacked;
    }
}

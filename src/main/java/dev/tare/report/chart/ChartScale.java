package dev.tare.report.chart;

/** Chooses round numbers for an axis. */
final class ChartScale {

    private static final int[] ROUND = { 1, 2, 5 };

    private ChartScale() {}

    /**
     * The smallest of 1, 2, 5, 10, 20, 50 … that reaches the largest value in few steps.
     *
     * @param most greatest number of steps
     */
    static long stepFor(long largest, int most) {
        for (long power = 1; power < Long.MAX_VALUE / 100; power *= 10) {
            for (int round : ROUND) {
                if (largest / (round * power) <= most - 1) {
                    return round * power;
                }
            }
        }
        return Long.MAX_VALUE;
    }
}

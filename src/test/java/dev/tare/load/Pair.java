package dev.tare.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer of Tare and its yardstick, with the targets: at least half of the throughput, at most twice the time of the
 * slowest answers, and less than 100 ms at half of the throughput.
 */
final class Pair {

    private static final double LEAST_SHARE = 0.5;

    private static final double MOST_TIMES = 2;

    private static final double MOST_MILLIS_AT_HALF = 100;

    private static final double SLOWEST = 0.99;

    static final String[] HEADS = { "answer", "answers/s", "yardstick, answers/s", "share", "p50", "p99",
            "yardstick, p99", "p99 at half of the throughput", "missed targets" };

    static final String[] COST_HEADS = { "answer", "bytes sent", "yardstick, bytes sent",
            "processor time", "yardstick, processor time", "share of the load generator",
            "yardstick, share of the load generator" };

    private final String name;

    private final Series tare;

    private final Series yardstick;

    Pair(String name, Series tare, Series yardstick) {
        this.name = name;
        this.tare = tare;
        this.yardstick = yardstick;
    }

    void measure() throws InterruptedException {
        this.tare.measure();
        this.yardstick.measure();
        this.tare.measureHalf();
    }

    void clear() {
        this.tare.clear();
        this.yardstick.clear();
    }

    /** The targets that are missed; usually none. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (share() < LEAST_SHARE) {
            missed.add("throughput");
        }
        if (this.tare.millis(SLOWEST) > MOST_TIMES * this.yardstick.millis(SLOWEST)) {
            missed.add("p99");
        }
        if (this.tare.millisAtHalf(SLOWEST) >= MOST_MILLIS_AT_HALF) {
            missed.add("p99 at half of the throughput");
        }
        return missed;
    }

    /** The row below {@link #HEADS}. */
    String[] cells() {
        List<String> missed = missed();
        return new String[] { this.name, count(this.tare.throughput()), count(this.yardstick.throughput()),
                String.format(Locale.ROOT, "%.2f", share()), millis(this.tare.millis(0.5)),
                millis(this.tare.millis(SLOWEST)), millis(this.yardstick.millis(SLOWEST)),
                millis(this.tare.millisAtHalf(SLOWEST)), missed.isEmpty() ? "none" : String.join(", ", missed) };
    }

    /** The row below {@link #COST_HEADS}. */
    String[] costCells() {
        return new String[] { this.name, count(this.tare.bytes()), count(this.yardstick.bytes()),
                millis(this.tare.processorMillis()), millis(this.yardstick.processorMillis()),
                percent(this.tare.generatorShare()), percent(this.yardstick.generatorShare()) };
    }

    private double share() {
        return this.tare.throughput() / this.yardstick.throughput();
    }

    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 1 ? "%.2f ms" : millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}

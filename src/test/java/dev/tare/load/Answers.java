package dev.tare.load;

import java.util.Arrays;
import java.util.List;

/** The times of the answers to requests. */
final class Answers {

    private final long[] sorted;

    private final double seconds;

    private final long bytes;

    private Answers(long[] sorted, double seconds, long bytes) {
        this.sorted = sorted;
        this.seconds = seconds;
        this.bytes = bytes;
    }

    /**
     * @param times   of the connections, in nanoseconds
     * @param seconds of the whole measurement
     * @param bytes   of the body of each answer, as it was sent
     */
    static Answers of(List<long[]> times, double seconds, long bytes) {
        return new Answers(times.stream().flatMapToLong(Arrays::stream).sorted().toArray(), seconds, bytes);
    }

    int count() {
        return this.sorted.length;
    }

    /** The size of the body of each answer, as it was sent. */
    long bytes() {
        return this.bytes;
    }

    /** Answers per second. */
    double throughput() {
        return this.sorted.length / this.seconds;
    }

    /**
     * The time in milliseconds that this share of the answers did not exceed.
     *
     * @param share such as 0.99
     * @throws IllegalStateException if there was no answer
     */
    double millis(double share) {
        if (this.sorted.length == 0) {
            throw new IllegalStateException("There was no answer");
        }
        return this.sorted[Math.max(0, (int) Math.ceil(share * this.sorted.length) - 1)] / 1e6;
    }
}

package dev.tare.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Measures several works in turn, round after round, so that a slow moment of the machine meets all of them. */
final class Rounds {

    private final SequencedMap<String, Work> works = new LinkedHashMap<>();

    void add(String name, Work work) {
        this.works.put(name, work);
    }

    /** The median time of each in seconds, after a round that does not count. */
    Map<String, Double> medians(int rounds) throws Exception {
        SequencedMap<String, double[]> seconds = new LinkedHashMap<>();
        this.works.keySet().forEach(name -> seconds.put(name, new double[rounds]));
        for (int round = -1; round < rounds; round++) {
            Progress.say(round < 0 ? "warming up" : "round " + (round + 1) + " of " + rounds);
            for (Map.Entry<String, Work> work : this.works.entrySet()) {
                double time = seconds(work.getValue());
                if (round >= 0) {
                    seconds.get(work.getKey())[round] = time;
                }
            }
        }
        SequencedMap<String, Double> medians = new LinkedHashMap<>();
        seconds.forEach((name, times) -> medians.put(name, median(times)));
        return medians;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Something that takes time. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }
}

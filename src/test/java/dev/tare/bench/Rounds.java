package dev.tare.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Measures several tasks in turn, round after round, so that a slow moment of the machine affects all of them. */
final class Rounds {

    private final SequencedMap<String, Turn> turns = new LinkedHashMap<>();

    void add(String name, Turn turn) {
        this.turns.put(name, turn);
    }

    /** The median time of each task in seconds, after a round that does not count. */
    Map<String, Double> medians(int rounds) throws Exception {
        SequencedMap<String, double[]> seconds = new LinkedHashMap<>();
        this.turns.keySet().forEach(name -> seconds.put(name, new double[rounds]));
        for (int round = -1; round < rounds; round++) {
            Progress.say(round < 0 ? "warming up" : "round " + (round + 1) + " of " + rounds);
            for (Map.Entry<String, Turn> turn : this.turns.entrySet()) {
                double time = turn.getValue().seconds();
                if (round >= 0) {
                    seconds.get(turn.getKey())[round] = time;
                }
            }
        }
        SequencedMap<String, Double> medians = new LinkedHashMap<>();
        seconds.forEach((name, times) -> medians.put(name, median(times)));
        return medians;
    }

    /** The time of a task. */
    static Turn timed(Work work) {
        return timed(() -> {
            work.run();
            return work;
        }, done -> {
        });
    }

    /** The time of a task without the check of its result. */
    static <T> Turn timed(Callable<T> work, Consumer<T> check) {
        return () -> {
            long start = System.nanoTime();
            T result = work.call();
            double seconds = (System.nanoTime() - start) / 1e9;
            check.accept(result);
            return seconds;
        };
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A task to measure. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    /** Runs a task once, and returns its time. */
    @FunctionalInterface
    interface Turn {

        double seconds() throws Exception;
    }
}

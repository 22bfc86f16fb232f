package dev.tare.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.tare.attack.Caller.Answer;

/** Sends the same requests in turn until it stops, one at a time, and records the answers. */
final class Watcher {

    private final List<Request> requests;

    private final Duration pause;

    private final Thread thread;

    private volatile boolean stopped;

    private int answers;

    private long slowestNanos;

    private String slowest = "";

    private final Map<String, Integer> wrong = new LinkedHashMap<>();

    private Watcher(List<Request> requests, Duration pause) {
        this.requests = List.copyOf(requests);
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("watcher").unstarted(this::watch);
    }

    static Watcher start(List<Request> requests, Duration pause) {
        Watcher watcher = new Watcher(requests, pause);
        watcher.thread.start();
        return watcher;
    }

    /** Waits for the answers to all requests of this turn. */
    Findings stop() throws InterruptedException {
        this.stopped = true;
        this.thread.join();
        List<String> faults = new ArrayList<>();
        this.wrong.forEach((fault, count) -> faults.add(count + " × " + fault));
        return new Findings(this.answers, Duration.ofNanos(this.slowestNanos), this.slowest, faults);
    }

    private void watch() {
        while (!this.stopped) {
            for (Request request : this.requests) {
                ask(request);
                try {
                    TimeUnit.NANOSECONDS.sleep(this.pause.toNanos());
                } catch (InterruptedException ex) {
                    return;
                }
            }
        }
    }

    private void ask(Request request) {
        long start = System.nanoTime();
        try {
            Answer answer = request.sending().send();
            this.answers++;
            if (answer.status() != request.status()) {
                fault(request.name() + ": " + answer.status() + " " + answer.detail());
            } else if (!answer.complete()) {
                fault(request.name() + ": incomplete answer");
            }
        } catch (IOException ex) {
            fault(request.name() + ": " + ex.getMessage());
        }
        long nanos = System.nanoTime() - start;
        if (nanos > this.slowestNanos) {
            this.slowestNanos = nanos;
            this.slowest = request.name();
        }
    }

    private void fault(String fault) {
        this.wrong.merge(fault, 1, Integer::sum);
    }

    /**
     * A request that is always the same.
     *
     * @param status the expected status of the answer
     */
    record Request(String name, int status, Sending sending) {}

    /** Sends a request. */
    interface Sending {

        Answer send() throws IOException;
    }

    /**
     * All answers.
     *
     * @param slowestTime    time until the end of the slowest answer
     * @param slowestRequest the name of its request
     * @param faults         answers with another status than expected, and missing answers
     */
    record Findings(int answers, Duration slowestTime, String slowestRequest, List<String> faults) {

        Findings {
            faults = List.copyOf(faults);
        }
    }
}

package dev.tare.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The measurements of one request to one server, in several rounds. */
final class Series {

    static final int CONNECTIONS = 64;

    private static final Duration CLOSED = Duration.ofSeconds(3);

    private static final Duration OPEN = Duration.ofSeconds(2);

    private final Server server;

    private final Request request;

    private final Generator generator;

    private final List<Answers> closed = new ArrayList<>();

    private final List<Answers> open = new ArrayList<>();

    private Duration serverCpu = Duration.ZERO;

    private Duration generatorCpu = Duration.ZERO;

    Series(Server server, Request request) {
        this.server = server;
        this.request = request;
        this.generator = new Generator(server.port(), CONNECTIONS);
    }

    /** Measures the maximum throughput, with the processor time of both sides. */
    void measure() throws InterruptedException {
        Duration serverBefore = this.server.cpu();
        Duration generatorBefore = Server.cpu(ProcessHandle.current());
        this.closed.add(this.generator.closedLoop(this.request, CLOSED));
        this.serverCpu = this.serverCpu.plus(this.server.cpu()).minus(serverBefore);
        this.generatorCpu =
                this.generatorCpu.plus(Server.cpu(ProcessHandle.current())).minus(generatorBefore);
    }

    /** Measures the times at half of the throughput that was measured last. */
    void measureHalf() throws InterruptedException {
        this.open.add(this.generator.openLoop(this.request, this.closed.getLast().throughput() / 2, OPEN));
    }

    /** Discards the measurements so far. */
    void clear() {
        this.closed.clear();
        this.open.clear();
        this.serverCpu = Duration.ZERO;
        this.generatorCpu = Duration.ZERO;
    }

    /** Answers per second, with 64 connections. */
    double throughput() {
        return median(this.closed, Answers::throughput);
    }

    /** The time in milliseconds that this share of the answers did not exceed, with 64 connections. */
    double millis(double share) {
        return median(this.closed, answers -> answers.millis(share));
    }

    /** The same at half of the throughput. */
    double millisAtHalf(double share) {
        return median(this.open, answers -> answers.millis(share));
    }

    /** The size of the body of each answer, as it was sent. */
    long bytes() {
        return this.closed.getLast().bytes();
    }

    /** The processor time of the server for an answer, in milliseconds. */
    double processorMillis() {
        return this.serverCpu.toNanos() / 1e6 / this.closed.stream().mapToInt(Answers::count).sum();
    }

    /** The part of the processor time of both sides that the generator took. */
    double generatorShare() {
        double generator = this.generatorCpu.toNanos();
        return generator / (generator + this.serverCpu.toNanos());
    }

    private static double median(List<Answers> rounds, ToDoubleFunction<Answers> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

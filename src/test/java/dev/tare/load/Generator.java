package dev.tare.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import dev.tare.load.Connection.Answer;

/** Sends requests on several connections, and measures the times until the answers are complete. */
final class Generator {

    private final int port;

    private final int connections;

    /** @param port of the server on this machine */
    Generator(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Each connection sends its next request as soon as it has the answer to the last one. */
    Answers closedLoop(Request request, Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        return run(request, start, end, System::nanoTime);
    }

    /**
     * Plans the requests at regular times. The time of an answer counts from the planned time, so that it has the time
     * that the request waits for a free connection.
     *
     * @param rate requests per second
     */
    Answers openLoop(Request request, double rate, Duration duration) throws InterruptedException {
        AtomicLong planned = new AtomicLong();
        long start = System.nanoTime();
        return run(request, start, start + duration.toNanos(), () -> {
            long time = start + (long) (planned.getAndIncrement() / rate * 1e9);
            for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return time;
        });
    }

    private Answers run(Request request, long start, long end, Schedule schedule) throws InterruptedException {
        List<Future<long[]>> results = new ArrayList<>();
        AtomicLong size = new AtomicLong(-1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < this.connections; i++) {
                results.add(threads.submit(() -> send(request, end, schedule, size)));
            }
        }
        List<long[]> times = new ArrayList<>();
        for (Future<long[]> result : results) {
            try {
                times.add(result.get());
            } catch (ExecutionException ex) {
                throw new IllegalStateException("A request to " + request.path() + " failed", ex.getCause());
            }
        }
        return Answers.of(times, (System.nanoTime() - start) / 1e9, size.get());
    }

    /** The times of all answers of a connection, in nanoseconds. */
    private long[] send(Request request, long end, Schedule schedule, AtomicLong size) throws IOException {
        long[] times = new long[1024];
        int count = 0;
        try (Connection connection = new Connection(this.port, request)) {
            for (long begin = schedule.next(); begin < end; begin = schedule.next()) {
                check(request, connection.exchange(), size);
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** All answers of a measurement have the same size. */
    private static void check(Request request, Answer answer, AtomicLong size) {
        if (answer.status() != request.status()) {
            throw new IllegalStateException("The status is " + answer.status() + " and not " + request.status());
        }
        long first = size.compareAndExchange(-1, answer.bytes());
        if (first >= 0 && first != answer.bytes()) {
            throw new IllegalStateException("Answers have " + first + " and " + answer.bytes() + " bytes");
        }
    }

    /** The time at which a connection sends its next request. */
    @FunctionalInterface
    private interface Schedule {

        long next();
    }
}

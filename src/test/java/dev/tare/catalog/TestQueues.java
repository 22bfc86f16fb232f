package dev.tare.catalog;

import java.time.Duration;

/** Queues for tests of other packages. */
public final class TestQueues {

    private TestQueues() {}

    /** A queue in which every report has room. */
    public static ReportQueue reports() {
        QueueProperties properties = new QueueProperties(2, 100, Duration.ofMinutes(1), 100);
        return new ReportQueue(RequestQueue.ofInspections(properties, 0), properties, 1L << 30);
    }

    /** A queue of requests that inspect images, in which one client gets half of the turns. */
    public static RequestQueue inspections(int concurrency) {
        return inspections(concurrency, 1L << 30);
    }

    /** @param stalledHeap maximum heap of all requests that lost their turns, in bytes */
    public static RequestQueue inspections(int concurrency, long stalledHeap) {
        return RequestQueue.ofInspections(new QueueProperties(concurrency, 4, Duration.ofSeconds(10), 50),
                stalledHeap);
    }
}

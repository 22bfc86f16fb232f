package dev.tare.registry;

import java.util.concurrent.atomic.LongAdder;

/** Counts what clients of registries send and receive. Safe for use by several threads. */
public final class Traffic {

    private final LongAdder requests = new LongAdder();

    private final LongAdder bytes = new LongAdder();

    /** Requests so far, with redirects, requests for tokens, and repeated attempts. */
    public long requests() {
        return this.requests.sum();
    }

    /** Bytes of the bodies that arrived so far, as sent over the connection. */
    public long bytes() {
        return this.bytes.sum();
    }

    void request() {
        this.requests.increment();
    }

    void received(int count) {
        this.bytes.add(count);
    }
}

package dev.tare.archive;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When reading one image must have come to its end; asked for again and again while its bytes stream by. */
final class Deadline {

    private final Duration allowed;

    private final LongSupplier nanoTime;

    private final long start;

    private Deadline(Duration allowed, LongSupplier nanoTime) {
        this.allowed = allowed;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** The limit {@code time} from now on. */
    static Deadline of(Limits limits) {
        return of(limits, System::nanoTime);
    }

    static Deadline of(Limits limits, LongSupplier nanoTime) {
        return new Deadline(limits.time(), nanoTime);
    }

    /** @throws LimitExceededException if it has passed */
    void check() {
        if (this.nanoTime.getAsLong() - this.start > this.allowed.toNanos()) {
            throw LimitExceededException.overTime(this.allowed);
        }
    }
}

package dev.tare.catalog;

import java.time.Duration;

import dev.tare.catalog.RequestQueue.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportQueueTests {

    private static final QueueProperties SHORT_WAITING = new QueueProperties(1, 3, Duration.ofMillis(10), 50);

    private static final long SHARE = 1 << 20;

    private static final String A = "192.0.2.1";

    private static final String B = "192.0.2.2";

    private final RequestQueue inspections = RequestQueue.ofInspections(SHORT_WAITING, 0);

    private final ReportQueue queue = new ReportQueue(this.inspections, SHORT_WAITING, SHARE);

    @Test
    void takeWhenTheHeapIsReservedThrowsException() {
        try (Turn first = this.queue.take(A, SHARE / 2); Turn second = this.queue.take(B, SHARE / 4)) {
            assertThat(first).isNotSameAs(second);
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> this.queue.take("192.0.2.3", SHARE / 2))
                    .satisfies(ex -> assertThat(ex.retryAfter()).isPositive());
        }
        this.queue.take(A, SHARE / 2).close();
    }

    @Test
    void clientGetsNoMoreThanItsShareOfTheHeap() {
        try (Turn first = this.queue.take(A, SHARE / 4); Turn second = this.queue.take(B, SHARE / 4)) {
            assertThat(first).isNotSameAs(second);
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> this.queue.take(A, SHARE / 3));
            this.queue.take(B, SHARE / 8).close();
        }
    }

    @Test
    void reportThatNeedsMoreThanTheShareTakesTheTurnOfAnInspection() {
        try (Turn small = this.queue.take(A, SHARE / 2); Turn large = this.queue.take(A, 2 * SHARE)) {
            assertThat(large).isNotSameAs(small);
            assertThat(this.inspections.running()).isOne();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> this.queue.take(B, Long.MAX_VALUE));
        }
        assertThat(this.inspections.running()).isZero();
    }
}

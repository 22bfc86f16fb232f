package dev.tare.catalog;

import java.time.Duration;

import dev.tare.catalog.InspectionQueue.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportQueueTests {

    private static final QueueProperties NO_WAITING = new QueueProperties(1, 0, Duration.ofMinutes(1));

    private static final long SHARE = 1 << 20;

    private final InspectionQueue inspections = new InspectionQueue(NO_WAITING);

    private final ReportQueue queue = new ReportQueue(this.inspections, NO_WAITING, SHARE);

    @Test
    void takeWhenTheHeapIsReservedThrowsException() {
        try (Turn first = this.queue.take(SHARE / 2); Turn second = this.queue.take(SHARE / 4)) {
            assertThat(first).isNotSameAs(second);
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> this.queue.take(SHARE / 2))
                    .satisfies(ex -> assertThat(ex.retryAfter()).isPositive());
        }
        this.queue.take(SHARE / 2).close();
    }

    @Test
    void takeWhenAReportNeedsMoreThanTheShareTakesTheTurnOfAnInspection() {
        try (Turn small = this.queue.take(SHARE / 2); Turn large = this.queue.take(2 * SHARE)) {
            assertThat(large).isNotSameAs(small);
            assertThat(this.inspections.running()).isOne();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> this.queue.take(Long.MAX_VALUE));
        }
        assertThat(this.inspections.running()).isZero();
    }
}

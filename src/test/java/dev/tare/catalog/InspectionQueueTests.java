package dev.tare.catalog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tare.catalog.InspectionQueue.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class InspectionQueueTests {

    @Test
    void takeWhenThereIsRoomGivesTurnAtOnce() {
        InspectionQueue queue = queue(2, 0, Duration.ZERO);
        try (Turn first = queue.take(); Turn second = queue.take()) {
            assertThat(queue.running()).isEqualTo(2);
            assertThat(first).isNotSameAs(second);
        }
        assertThat(queue.running()).isZero();
    }

    @Test
    void takeWhenTooManyWaitThrowsException() {
        InspectionQueue queue = queue(1, 0, Duration.ofMinutes(1));
        try (Turn turn = queue.take()) {
            assertThat(turn).isNotNull();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(queue::take)
                    .satisfies(ex -> assertThat(ex.retryAfter()).isPositive());
        }
    }

    @Test
    void takeWhenTurnDoesNotComeInTimeThrowsException() {
        InspectionQueue queue = queue(1, 1, Duration.ofMillis(10));
        try (Turn turn = queue.take()) {
            assertThat(turn).isNotNull();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(queue::take);
        }
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void takeWhenTurnIsGivenBackGivesItToNext() throws Exception {
        InspectionQueue queue = queue(1, 1, Duration.ofSeconds(Long.MAX_VALUE));
        Turn first = queue.take();
        CompletableFuture<Turn> next = CompletableFuture.supplyAsync(queue::take);
        await().until(() -> queue.waiting() == 1);
        first.close();
        next.get(10, TimeUnit.SECONDS).close();
        assertThat(queue.running()).isZero();
    }

    @Test
    void takeWhenInterruptedThrowsExceptionAndStaysInterrupted() {
        InspectionQueue queue = queue(1, 1, Duration.ofMinutes(1));
        try (Turn turn = queue.take()) {
            assertThat(turn).isNotNull();
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(queue::take);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static InspectionQueue queue(int concurrency, int capacity, Duration maxWait) {
        return new InspectionQueue(new QueueProperties(concurrency, capacity, maxWait));
    }
}

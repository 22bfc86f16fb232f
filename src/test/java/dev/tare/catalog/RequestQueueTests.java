package dev.tare.catalog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.tare.catalog.RequestQueue.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class RequestQueueTests {

    private static final long HEAP = 1_000;

    @Test
    void turnIsTakenWithTheFirstDataAndNotBefore() {
        RequestQueue queue = queue(2, 0, Duration.ZERO);
        try (Turn first = queue.enter("a"); Turn second = queue.enter("b")) {
            first.pause(0);
            assertThat(queue.running()).isZero();
            first.resume();
            second.resume();
            assertThat(queue.running()).isEqualTo(2);
        }
        assertThat(queue.running()).isZero();
    }

    @Test
    void enterWhenAllPlacesAreTakenThrowsException() {
        RequestQueue queue = queue(1, 0, Duration.ofMinutes(1));
        try (Turn turn = queue.enter("a")) {
            assertThat(turn).isNotNull();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> queue.enter("b"))
                    .satisfies(ex -> assertThat(ex.retryAfter()).isPositive());
        }
        queue.enter("b").close();
    }

    @Test
    void enterWhenTheClientHasItsShareThrowsExceptionForThisClientOnly() {
        RequestQueue queue = queue(2, 2, Duration.ZERO);
        try (Turn first = queue.enter("a"); Turn second = queue.enter("a"); Turn other = queue.enter("b")) {
            assertThat(first).isNotSameAs(second);
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> queue.enter("a"));
            assertThat(other).isNotNull();
        }
    }

    @Test
    void oneClientGetsOnlyItsShareOfTheTurns() {
        RequestQueue queue = queue(2, 6, Duration.ZERO);
        try (Turn first = queue.enter("a"); Turn second = queue.enter("a"); Turn other = queue.enter("b")) {
            first.resume();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(second::resume);
            other.resume();
            assertThat(queue.running()).isEqualTo(2);
        }
    }

    @Test
    void resumeWhenTurnDoesNotComeInTimeThrowsException() {
        RequestQueue queue = queue(1, 1, Duration.ofMillis(10));
        try (Turn turn = queue.enter("a"); Turn next = queue.enter("b")) {
            turn.resume();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(next::resume);
        }
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void turnThatIsGivenBackIsGivenToTheNext() throws Exception {
        RequestQueue queue = queue(1, 1, Duration.ofSeconds(Long.MAX_VALUE));
        Turn first = queue.enter("a");
        first.resume();
        Turn second = queue.enter("b");
        CompletableFuture<Void> next = CompletableFuture.runAsync(second::resume);
        await().until(() -> queue.waiting() == 1);
        first.close();
        next.get(10, TimeUnit.SECONDS);
        second.close();
        assertThat(queue.running()).isZero();
    }

    @Test
    void turnOfAStalledSenderIsGivenToAnotherAndTakenAgainWithTheNextData() throws Exception {
        RequestQueue queue = queue(1, 1, Duration.ofMinutes(1));
        Turn stalled = queue.enter("a");
        stalled.resume();
        stalled.pause(HEAP);
        Turn second = queue.enter("b");
        second.resume();
        assertThat(queue.running()).isEqualTo(1);
        CompletableFuture<Void> again = CompletableFuture.runAsync(stalled::resume);
        await().until(() -> queue.waiting() == 1);
        second.close();
        again.get(10, TimeUnit.SECONDS);
        assertThat(queue.running()).isEqualTo(1);
        stalled.close();
        assertThat(queue.running()).isZero();
    }

    @Test
    void firstTurnOfAClientComesBeforeTurnsThatOthersLostEveryOtherTime() throws Exception {
        RequestQueue queue = queue(1, 8, Duration.ofMinutes(1));
        Turn stalled = queue.enter("a");
        stalled.resume();
        stalled.pause(0);
        Turn running = queue.enter("a");
        running.resume();
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> all = CompletableFuture.allOf(
                next(queue, stalled, "lost", order, 1),
                next(queue, queue.enter("b"), "b", order, 2),
                next(queue, queue.enter("c"), "c", order, 3));
        running.close();
        all.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("b", "lost", "c");
    }

    @Test
    void stalledRequestsThatHoldTooMuchHeapKeepTheirTurns() {
        RequestQueue queue = queue(1, 2, Duration.ofMillis(1_500));
        Turn stalled = queue.enter("a");
        try (Turn second = queue.enter("b"); Turn third = queue.enter("c")) {
            stalled.resume();
            stalled.pause(HEAP);
            second.resume();
            second.pause(1);
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(third::resume);
            stalled.close();
            third.resume();
            assertThat(queue.running()).isOne();
        }
    }

    @Test
    void resumeWhenInterruptedThrowsExceptionAndStaysInterrupted() {
        RequestQueue queue = queue(1, 1, Duration.ofMinutes(1));
        try (Turn turn = queue.enter("a"); Turn next = queue.enter("b")) {
            turn.resume();
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(next::resume);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Uses a turn once. Returns when it waits. */
    private static CompletableFuture<Void> next(RequestQueue queue, Turn turn, String name, List<String> order,
            int waiting) {
        CompletableFuture<Void> used = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (turn) {
                turn.resume();
                order.add(name);
            }
            used.complete(null);
        });
        await().until(() -> queue.waiting() == waiting);
        return used;
    }

    private static RequestQueue queue(int concurrency, int capacity, Duration maxWait) {
        return RequestQueue.ofInspections(new QueueProperties(concurrency, capacity, maxWait, 50), HEAP);
    }
}

package dev.tare.job;

import java.time.Duration;

import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.catalog.TestQueues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SourceWaitTests {

    @Test
    void waitForAConnectionIsNoWaitForTheSource() throws InterruptedException {
        try (Turn turn = TestQueues.inspections(1).enter("a")) {
            SourceWait wait = new SourceWait("a", turn, () -> 0);
            wait.queues();
            long before = wait.waitedNanos();
            Thread.sleep(Duration.ofMillis(20));
            assertThat(wait.waitedNanos()).isEqualTo(before);
            wait.queued();
            await().until(() -> wait.waitedNanos() > before);
        }
    }

    @Test
    void timeStandsStillWhileAThreadHasData() throws InterruptedException {
        try (Turn turn = TestQueues.inspections(1).enter("a")) {
            SourceWait wait = new SourceWait("a", turn, () -> 0);
            wait.opened();
            wait.begins();
            long before = wait.waitedNanos();
            Thread.sleep(Duration.ofMillis(20));
            assertThat(wait.waitedNanos()).isEqualTo(before);
            wait.waits();
            await().until(() -> wait.waitedNanos() > before);
        }
    }

    @Test
    @SuppressWarnings("try") // the other turn ends first
    void largeDocumentsWaitForATurn() throws InterruptedException {
        RequestQueue queue = TestQueues.inspections(1);
        try (Turn other = queue.enter("b"); Turn turn = queue.enter("a")) {
            other.resume();
            SourceWait wait = new SourceWait("a", turn, () -> 0);
            wait.parses(1_000);
            Thread parsing = Thread.startVirtualThread(() -> wait.parses(1 << 20));
            assertThat(parsing.join(Duration.ofMillis(50))).isFalse();
            other.close();
            assertThat(parsing.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({ "1000000, false", "1000, true" })
    @SuppressWarnings("try") // the turn ends before the other one
    void turnOfAJobThatStallsIsLostOnlyIfItsDocumentsFitIntoTheHeap(long documents, boolean isLost)
            throws InterruptedException {
        RequestQueue queue = TestQueues.inspections(1, 1 << 20);
        try (Turn turn = queue.enter("a"); Turn other = queue.enter("b")) {
            SourceWait wait = new SourceWait("a", turn, () -> 0);
            wait.parses(documents);
            wait.opened();
            wait.begins();
            wait.waits();
            Thread waiting = Thread.startVirtualThread(other::resume);
            assertThat(waiting.join(Duration.ofSeconds(isLost ? 10 : 2))).isEqualTo(isLost);
            turn.close();
            assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        }
    }
}

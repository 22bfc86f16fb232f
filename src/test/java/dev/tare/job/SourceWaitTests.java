package dev.tare.job;

import java.time.Duration;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.catalog.TestQueues;
import org.junit.jupiter.api.Test;

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
}

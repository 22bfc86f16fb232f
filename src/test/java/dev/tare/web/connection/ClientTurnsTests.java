package dev.tare.web.connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientTurnsTests {

    private final ClientTurns turns = new ClientTurns();

    private final Queue<Runnable> threads = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();

    @Test
    void clientsTakeTurns() {
        List.of("a1", "a2", "a3", "b1", "b2", "c1").forEach(task -> run(task, 1));
        this.threads.remove().run();
        assertThat(this.done).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    @Test
    void thereAreNoMoreThreadsThanPermitted() {
        List.of("a1", "b1", "a2").forEach(task -> run(task, 2));
        assertThat(this.threads).hasSize(2);
        this.threads.remove().run();
        this.threads.remove().run();
        assertThat(this.done).containsExactly("a1", "b1", "a2");
        run("a4", 2);
        assertThat(this.threads).hasSize(1);
    }

    @Test
    void oneClientHasAtMostHalfOfTheThreads() {
        List.of("a1", "a2", "a3", "a4").forEach(task -> run(task, 4));
        assertThat(this.threads).hasSize(2);
        run("b1", 4);
        assertThat(this.threads).hasSize(3);
        while (!this.threads.isEmpty()) {
            this.threads.remove().run();
        }
        assertThat(this.done).containsExactlyInAnyOrder("a1", "a2", "a3", "a4", "b1")
                .containsSubsequence("a1", "a2",
                        "a3", "a4");
    }

    @Test
    void threadsTakeTasksOfOthersWhileAClientHasItsShare() {
        this.turns.run("a", () -> {
            this.done.add("a1");
            this.threads.remove().run();
        }, this.threads::add, 2);
        List.of("a2", "b1", "b2").forEach(task -> run(task, 2));
        assertThat(this.threads).hasSize(2);
        this.threads.remove().run();
        assertThat(this.done).containsExactly("a1", "b1", "b2", "a2");
        run("a3", 2);
        assertThat(this.threads).hasSize(1);
    }

    @Test
    void allTasksOfManyClientsRun() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int task = 0; task < 20_000; task++) {
                String client = "client " + task % 3;
                this.turns.run(client, () -> {
                    AtomicInteger own = running.computeIfAbsent(client, _ -> new AtomicInteger());
                    most.accumulateAndGet(own.incrementAndGet(), Math::max);
                    Thread.yield();
                    own.decrementAndGet();
                    count.incrementAndGet();
                }, executor, 8);
            }
        }
        assertThat(count).hasValue(20_000);
        assertThat(most).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void taskThatFailsDoesNotKeepOthersFromRunning() {
        this.turns.run("a", () -> {
            throw new IllegalStateException("This failure is part of a test.");
        }, this.threads::add, 1);
        run("a1", 1);
        this.threads.remove().run();
        assertThat(this.done).containsExactly("a1");
        run("a2", 1);
        assertThat(this.threads).hasSize(1);
    }

    @Test
    void rejectedTaskIsNotRun() {
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> this.turns.run("a", () -> this.done.add("a1"), _ -> {
                    throw new RejectedExecutionException();
                }, 1));
        run("b1", 1);
        this.threads.remove().run();
        assertThat(this.done).containsExactly("b1");
    }

    private void run(String task, int most) {
        this.turns.run(task.substring(0, 1), () -> this.done.add(task), this.threads::add, most);
    }
}

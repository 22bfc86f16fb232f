package dev.tare.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.limits.Deadline;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class LargeContentTests {

    private static final int SIZE = 2 << 20;

    private static final Deadline DEADLINE = Deadline.of(Limits.DEFAULTS);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final CountDownLatch rest = new CountDownLatch(1);

    @AfterEach
    void stop() {
        this.threads.shutdownNow();
    }

    @Test
    void slowContentDoesNotDelayOthers() throws Exception {
        LargeContent large = new LargeContent(new SharedMemory(4 * SIZE));
        Dripping first = new Dripping();
        Dripping second = new Dripping();
        Future<Long> one = read(large, first);
        Future<Long> two = read(large, second);
        first.stalled.await();
        second.stalled.await();
        assertThat(read(large, whole()).get()).isEqualTo(SIZE);
        this.rest.countDown();
        assertThat(List.of(one.get(), two.get())).containsOnly((long) SIZE);
    }

    /** A content that exceeds the shared memory still leaves the other readers their part. */
    @Test
    void contentLargerThanTheBoundIsReadAndLeavesRoomForOthers() throws Exception {
        LargeContent large = new LargeContent(new SharedMemory(SIZE));
        Dripping slow = new Dripping(4 * SIZE);
        Future<Long> beyond = read(large, slow);
        slow.stalled.await();
        assertThat(read(large, whole()).get()).isEqualTo(SIZE);
        this.rest.countDown();
        assertThat(beyond.get()).isEqualTo(4L * SIZE);
    }

    @Test
    void readerThatWaitsForRoomCanBeInterrupted() throws Exception {
        SharedMemory memory = new SharedMemory(SIZE);
        LargeContent large = new LargeContent(memory);
        try (SharedMemory.Share beyond = memory.share(); SharedMemory.Share full = memory.share()) {
            full.take(SIZE, DEADLINE);
            beyond.take(1, DEADLINE);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> large.readInTurn(whole(), SIZE, DEADLINE, LargeContentTests::size))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read(large, whole()).get()).isEqualTo(SIZE);
    }

    @Test
    void readerWithoutRoomEndsAtItsDeadline() throws Exception {
        SharedMemory memory = new SharedMemory(SIZE);
        try (SharedMemory.Share beyond = memory.share(); SharedMemory.Share full = memory.share()) {
            full.take(SIZE, DEADLINE);
            beyond.take(1, DEADLINE);
            assertEndsWithItsTime(new LargeContent(memory));
        }
    }

    @Test
    void readerThatWaitsForItsTurnEndsAtItsDeadline() throws Exception {
        LargeContent large = new LargeContent(new SharedMemory(4 * SIZE));
        CountDownLatch begun = new CountDownLatch(1);
        Future<Long> first = this.threads.submit(() -> large.readInTurn(whole(), SIZE, DEADLINE, chunks -> {
            begun.countDown();
            awaitRest();
            return size(chunks);
        }));
        begun.await();
        assertEndsWithItsTime(large);
        this.rest.countDown();
        assertThat(first.get()).isEqualTo(SIZE);
    }

    private static void assertEndsWithItsTime(LargeContent large) {
        Deadline soon = Deadline.of(Limits.DEFAULTS.with("time", 1));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> large.readInTurn(whole(), SIZE, soon, LargeContentTests::size))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("time"));
    }

    @Test
    void contentsAreParsedInTurns() throws Exception {
        LargeContent large = new LargeContent(new SharedMemory(8 * SIZE));
        AtomicInteger atOnce = new AtomicInteger();
        List<Future<Integer>> all = this.threads.invokeAll(Collections.nCopies(4,
                () -> large.readInTurn(whole(), SIZE, DEADLINE, chunks -> {
                    int others = atOnce.getAndIncrement();
                    Thread.onSpinWait();
                    atOnce.decrementAndGet();
                    return others;
                })));
        for (Future<Integer> one : all) {
            assertThat(one.get()).isZero();
        }
    }

    private Future<Long> read(LargeContent large, InputStream content) {
        return this.threads.submit(() -> large.readInTurn(content, SIZE, DEADLINE, LargeContentTests::size));
    }

    private static long size(List<byte[]> chunks) {
        return chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }

    private void awaitRest() throws IOException {
        try {
            this.rest.await();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    private static InputStream whole() {
        return new ByteArrayInputStream(new byte[SIZE]);
    }

    /** Stops one byte before its end. */
    private final class Dripping extends InputStream {

        private final CountDownLatch stalled = new CountDownLatch(1);

        private final int size;

        private int at;

        Dripping() {
            this(SIZE);
        }

        Dripping(int size) {
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            if (this.at == this.size - 1) {
                this.stalled.countDown();
                awaitRest();
            }
            return this.at++ < this.size ? 0 : -1;
        }
    }
}

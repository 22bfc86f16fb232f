package dev.tare.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.tare.archive.tar.BulkInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(60)
class AheadInputTests {

    private final Semaphore idleProcessors = new Semaphore(1);

    private final byte[] content = new byte[3_000_000];

    AheadInputTests() {
        new Random(1).nextBytes(this.content);
    }

    @AfterEach
    void noThreadStaysAlive() {
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("layers-ahead");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void readGivesTheSameBytesWithAndWithoutAnIdleProcessor(int idle) throws IOException {
        Semaphore processors = new Semaphore(idle);
        try (AheadInput in = new AheadInput(new ByteArrayInputStream(this.content), processors)) {
            assertThat(in.readAllBytes()).isEqualTo(this.content);
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(processors.availablePermits()).isEqualTo(idle);
    }

    @Test
    void readContinuesAheadWhenAProcessorBecomesIdle() throws IOException {
        Semaphore processors = new Semaphore(0);
        try (AheadInput in = new AheadInput(new ByteArrayInputStream(this.content), processors)) {
            byte[] first = in.readNBytes(1_000_000);
            processors.release();
            byte[] rest = in.readAllBytes();
            assertThat(processors.availablePermits()).isZero();
            assertThat(first).isEqualTo(Arrays.copyOf(this.content, first.length));
            assertThat(rest).isEqualTo(Arrays.copyOfRange(this.content, first.length, this.content.length));
        }
    }

    @Test
    void readWhenTheStreamFailsReturnsEarlierBytesAndThenThrowsEachTime() throws IOException {
        try (AheadInput in = new AheadInput(failingAfter(this.content), this.idleProcessors)) {
            assertThat(in.readNBytes(this.content.length)).isEqualTo(this.content);
            assertThatIllegalStateException().isThrownBy(in::read).withMessage("broken");
            assertThatIllegalStateException().isThrownBy(in::read).withMessage("broken");
        }
    }

    @Test
    void readKeepsNoMoreThanAFewBlocksAhead() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        InputStream endless = new BulkInput() {

            @Override
            public int read(byte[] bytes, int offset, int length) {
                reads.incrementAndGet();
                return length;
            }
        };
        try (AheadInput in = new AheadInput(endless, this.idleProcessors)) {
            assertThat(in.read()).isZero();
            Thread ahead = Thread.getAllStackTraces()
                    .keySet()
                    .stream()
                    .filter(thread -> thread.getName().equals("layers-ahead"))
                    .findFirst()
                    .orElseThrow();
            while (ahead.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(reads).hasValueLessThanOrEqualTo(4);
        }
    }

    @Test
    void closeEndsReadingAheadAndReleasesTheProcessor() throws IOException {
        AheadInput in = new AheadInput(new ByteArrayInputStream(this.content), this.idleProcessors);
        assertThat(in.read()).isNotNegative();
        assertThat(this.idleProcessors.availablePermits()).isZero();
        in.close();
        in.close();
        assertThat(this.idleProcessors.availablePermits()).isOne();
    }

    @Test
    void readWhenInterruptedWhileItWaitsThrowsException() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AheadInput in = new AheadInput(waitingFor(never, begun), this.idleProcessors);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                in.read();
            } catch (IOException ex) {
                failure.set(ex);
            }
        });
        begun.await();
        reader.interrupt();
        reader.join();
        never.countDown();
        in.close();
        assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
    }

    private static InputStream failingAfter(byte[] content) {
        return new SequenceInputStream(new ByteArrayInputStream(content), new BulkInput() {

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("broken");
            }
        });
    }

    private static InputStream waitingFor(CountDownLatch latch, CountDownLatch begun) {
        return new BulkInput() {

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                begun.countDown();
                try {
                    latch.await();
                } catch (InterruptedException ex) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
    }
}

package dev.tare.limits;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.archive.LayerStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadlineTests {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    private final Deadline deadline = Deadline.of(Limits.DEFAULTS.with("time", 1000), this.now::get);

    @Test
    void checkWhenTheTimeIsJustUsedUpDoesNothing() {
        this.now.addAndGet(SECOND);
        assertThatCode(this.deadline::check).doesNotThrowAnyException();
    }

    @Test
    void checkWhenTheTimeIsOverThrowsException() {
        this.now.addAndGet(SECOND + 1);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(this.deadline::check)
                .withMessage(
                        "Reading the image takes longer than 1 second, the limit \"time\". Raise the limit if you trust "
                                + "the image, or read it from faster storage.");
    }

    @Test
    void checkWhenTheThreadIsInterruptedThrowsException() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this.deadline::check)
                .withCauseInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The stream of zeros has no end, and each zero takes time. Only the limit ends it. */
    @Test
    void aStreamThatDripsEndsWithItsTime() {
        Limits limits = Limits.DEFAULTS.with("time", 100);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> {
            ImageBudget budget = new ImageBudget(limits);
            try (LayerStream layer = LayerStream.open("layer.tar", new Dripping(), limits, budget)) {
                layer.finish();
            }
        }).extracting(LimitExceededException::limit).isEqualTo("time");
    }

    /** Zeros, one at a time. */
    private static final class Dripping extends InputStream {

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            Thread.onSpinWait();
            bytes[offset] = 0;
            return 1;
        }
    }
}

package dev.tare.content;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObservedStreamTests {

    private final ObservedStream endless = new ObservedStream(new Zeros(), List.of());

    @Test
    void readWhenThreadIsInterruptedThrowsException() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(InterruptedIOException.class)
                    .isThrownBy(() -> this.endless.read(new byte[10]))
                    .withMessage("Reading was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** The zeros of a hole in a sparse file. No underlying stream checks interrupts. */
    private static final class Zeros extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }
}

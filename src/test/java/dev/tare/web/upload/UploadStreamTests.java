package dev.tare.web.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

import dev.tare.limits.ByteSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UploadStreamTests {

    @Test
    void readGivesBodyUpToItsLimit() throws IOException {
        UploadStream stream = stream(new ByteArrayInputStream(new byte[10]), 10, Duration.ofMinutes(1));
        assertThat(stream.readNBytes(10)).hasSize(10);
        assertThat(stream.failure()).isNull();
    }

    @Test
    void readWhenBodyIsTooLargeFailsForGood() {
        UploadStream stream = stream(new ByteArrayInputStream(new byte[11]), 10, Duration.ofMinutes(1));
        assertThatIOException().isThrownBy(stream::readAllBytes);
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(413);
    }

    @Test
    void readWhenBoundsAreTheGreatestGivesBody() throws IOException {
        UploadStream stream = stream(new ByteArrayInputStream(new byte[10]), Long.MAX_VALUE,
                Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(stream.readNBytes(10)).hasSize(10);
    }

    @Test
    void readWhenBodyEndsFails() {
        UploadStream stream = stream(InputStream.nullInputStream(), 10, Duration.ofMinutes(1));
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(400);
    }

    @Test
    void readWhenTimeIsOverFails() throws Exception {
        UploadStream stream = stream(new ByteArrayInputStream(new byte[10]), 10, Duration.ofMillis(1));
        Thread.sleep(5);
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(408);
    }

    @Test
    void readWhenNothingComesFails() {
        UploadStream stream = stream(failing(new SocketTimeoutException()), 10, Duration.ofMinutes(1));
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(408);
    }

    @Test
    void readWhenConnectionBreaksFails() {
        UploadStream stream = stream(failing(new IOException("reset")), 10, Duration.ofMinutes(1));
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(400);
    }

    private static @Nullable Integer statusOf(UploadStream stream) {
        UploadException failure = stream.failure();
        return failure == null ? null : failure.status().value();
    }

    private static UploadStream stream(InputStream body, long size, Duration timeout) {
        return new UploadStream(body, new UploadProperties(2, 2, ByteSize.of(size), timeout));
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                throw failure;
            }
        };
    }
}

package dev.tare.web.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.limits.ByteSize;
import dev.tare.web.connection.ConnectionProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.Mockito.mock;

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
    void readWhenTomcatWrapsATimeoutFails() {
        UploadStream stream = stream(failing(new IOException(new SocketTimeoutException())), 10,
                Duration.ofMinutes(1));
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(408);
    }

    @Test
    void readWhenConnectionBreaksFails() {
        UploadStream stream = stream(failing(new IOException("reset")), 10, Duration.ofMinutes(1));
        assertThatIOException().isThrownBy(stream::read);
        assertThat(statusOf(stream)).isEqualTo(400);
    }

    @Test
    void readWhenSenderIsSlowerThanTheMinimumRateFails() {
        InputStream slow = new InputStream() {

            @Override
            public int read() throws IOException {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException ex) {
                    throw new IOException(ex);
                }
                return 0;
            }
        };
        UploadStream stream = stream(slow, 1000, Duration.ofMinutes(1), new ConnectionProperties(
                Duration.ofSeconds(1), Duration.ofMillis(20), ByteSize.of(1000), Duration.ZERO, 1, List.of()));
        assertThatIOException().isThrownBy(() -> {
            while (true) {
                stream.readNBytes(1);
            }
        });
        assertThat(statusOf(stream)).isEqualTo(408);
        assertThat(stream.failure().rule()).isEqualTo("upload-too-slow");
    }

    private static @Nullable Integer statusOf(UploadStream stream) {
        UploadException failure = stream.failure();
        return failure == null ? null : failure.status().value();
    }

    private static UploadStream stream(InputStream body, long size, Duration timeout) {
        return stream(body, size, timeout, new ConnectionProperties(Duration.ofSeconds(1), Duration.ofMinutes(1),
                ByteSize.of(1), Duration.ZERO, 1, List.of()));
    }

    private static UploadStream stream(InputStream body, long size, Duration timeout,
            ConnectionProperties connection) {
        return new UploadStream(body, new UploadProperties(2, 2, ByteSize.of(size), timeout), connection,
                mock(Turn.class), () -> 0);
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

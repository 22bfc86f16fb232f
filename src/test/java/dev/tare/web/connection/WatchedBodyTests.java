package dev.tare.web.connection;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.tare.limits.ByteSize;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class WatchedBodyTests {

    private static final ConnectionProperties PROPERTIES = new ConnectionProperties(Duration.ofSeconds(1),
            Duration.ofSeconds(20), ByteSize.of(100), Duration.ZERO, 1, List.of());

    private final ApplicationBufferHandler handler = mock(ApplicationBufferHandler.class);

    private final Request request = new Request();

    /** What the watch answered during each read. */
    private final List<Boolean> ended = new ArrayList<>();

    private int result = 1;

    private long lookAfterSeconds;

    private final WatchedBody body = new WatchedBody(this.request, new InputBuffer() {

        @Override
        public int doRead(ApplicationBufferHandler buffer) throws IOException {
            WatchedBodyTests.this.look();
            if (WatchedBodyTests.this.result == 0) {
                throw new EOFException();
            }
            return WatchedBodyTests.this.result;
        }

        @Override
        public int available() {
            return 7;
        }
    });

    @Test
    void readWithinTheGracePeriodGoesOn() throws IOException {
        read(19, 5);
        assertThat(this.ended).containsExactly(false);
    }

    @Test
    void readBelowTheMinimumRateEnds() throws IOException {
        read(21, 5);
        assertThat(this.ended).containsExactly(true);
    }

    @Test
    void readThatReturnsNothingEndsAlsoAfterManyBytes() throws IOException {
        read(0, 1_000_000);
        read(19, 5);
        read(21, 5);
        assertThat(this.ended).containsExactly(false, false, true);
    }

    @Test
    void nextRequestBeginsAgain() throws IOException {
        read(21, 5);
        this.request.markStartTime();
        read(0, -1);
        assertThat(this.ended).containsExactly(true, false);
    }

    @Test
    void timeBetweenReadsDoesNotCount() throws IOException {
        read(0, 5);
        assertThat(this.body.endsRead(System.nanoTime() + TimeUnit.HOURS.toNanos(1), PROPERTIES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1 })
    void readThatTheWatchEndedIsATimeout(int result) {
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> read(21, result));
    }

    @Test
    void bodyThatEndsInTimeIsNoTimeout() throws IOException {
        assertThat(read(1, -1)).isEqualTo(-1);
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(1, 0));
        assertThat(this.body.available()).isEqualTo(7);
    }

    private int read(long lookAfterSeconds, int result) throws IOException {
        this.lookAfterSeconds = lookAfterSeconds;
        this.result = result;
        return this.body.doRead(this.handler);
    }

    private void look() {
        this.ended.add(this.body.endsRead(System.nanoTime() + TimeUnit.SECONDS.toNanos(this.lookAfterSeconds),
                PROPERTIES));
    }
}

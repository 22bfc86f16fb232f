package dev.tare.web.connection;

import java.util.concurrent.TimeUnit;

import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedRequestTests {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Request request = new Request();

    private final WatchedRequest watched = new WatchedRequest(this.request);

    WatchedRequestTests() {
        this.request.setResponse(new Response());
        this.request.getResponse().setCommitted(true);
    }

    @Test
    void answerThatTheClientDoesNotReceiveIsSlow() {
        lookEachSecond(true);
        assertThat(this.watched.receivesLonger(4 * SECOND, 2 * SECOND)).isTrue();
    }

    @Test
    void answerThatWaitsForAProcessorIsNotSlow() {
        lookEachSecond(false);
        assertThat(this.watched.receivesLonger(4 * SECOND, 2 * SECOND)).isFalse();
    }

    private void lookEachSecond(boolean waits) {
        for (long now = SECOND; now <= 4 * SECOND; now += SECOND) {
            this.watched.look(now, waits);
        }
    }
}

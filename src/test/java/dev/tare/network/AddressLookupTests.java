package dev.tare.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class AddressLookupTests {

    private static final List<InetAddress> FOUND = List.of(InetAddress.ofLiteral("192.0.2.1"));

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Duration SHORT = Duration.ofMillis(50);

    /** Arrives at the end of a test. A test that waits for it gets another error. */
    private final CompletableFuture<List<InetAddress>> late =
            new CompletableFuture<List<InetAddress>>().orTimeout(20, TimeUnit.SECONDS);

    private final AddressLookup slow = new AddressLookup(_ -> this.late.join(), 1);

    @AfterEach
    void end() {
        this.late.complete(FOUND);
    }

    @Test
    void findWhenTheAddressesArriveReturnsThem() throws IOException {
        AddressLookup lookup = new AddressLookup(_ -> FOUND, 1);
        assertThat(find(lookup, LONG)).isEqualTo(FOUND);
        assertThat(find(lookup, LONG)).isEqualTo(FOUND);
    }

    @Test
    void findWhenTheDeadlineComesFirstThrowsException() {
        Deadline deadline = Deadline.of(Limits.DEFAULTS.with(Limit.TIME, SHORT.toMillis()));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> this.slow.find("slow.test", LONG, deadline));
    }

    @Test
    void findWhenThePatienceEndsThrowsException() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> find(this.slow, SHORT))
                .withMessageContaining("name server");
    }

    @Test
    void findWhenTheThreadIsInterruptedThrowsException() {
        Thread caller = Thread.currentThread();
        AddressLookup interrupting = new AddressLookup(_ -> {
            caller.interrupt();
            return this.late.join();
        }, 1);
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> find(interrupting, LONG));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void findWhenTooManyLookupsRunThrowsException() throws IOException {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> find(this.slow, SHORT));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> find(this.slow, SHORT))
                .withMessageContaining("1 other");
        this.late.complete(FOUND);
        assertThat(find(this.slow, LONG)).isEqualTo(FOUND);
    }

    @Test
    void findWhenTheLookupFailsThrowsException() {
        AddressLookup failing = new AddressLookup(_ -> {
            throw new IllegalStateException("no name server");
        }, 1);
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> find(failing, LONG))
                .withMessageContaining("a.test");
    }

    private static List<InetAddress> find(AddressLookup lookup, Duration patience) throws IOException {
        return lookup.find("a.test", patience, Deadline.of(Limits.DEFAULTS));
    }
}

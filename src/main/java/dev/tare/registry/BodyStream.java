package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer while it arrives. The timeout of a request ends at the headers, so this stream ends a body that
 * stalls. Closing it early closes the connection.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {

    /** Parts of at most 128 KiB in memory. */
    private static final int AHEAD = 8;

    private static final List<ByteBuffer> END = List.of();

    private final Duration stall;

    private final Deadline deadline;

    private final Traffic traffic;

    private final BlockingQueue<List<ByteBuffer>> parts = new LinkedBlockingQueue<>();

    private List<ByteBuffer> part = END;

    private int next;

    private boolean ended;

    /** When reading ends at the latest, as {@link System#nanoTime()}; {@code null} for no such time. */
    private @Nullable Long end;

    private volatile boolean closed;

    private volatile Runnable closing = () -> {
    };

    private volatile @Nullable Throwable failure;

    private volatile @Nullable Subscription subscription;

    BodyStream(Duration stall, Deadline deadline, Traffic traffic) {
        this.stall = stall;
        this.deadline = deadline;
        this.traffic = traffic;
    }

    /** @param closing runs at each call of {@link #close()} */
    void whenClosed(Runnable closing) {
        this.closing = closing;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (this.closed) {
            subscription.cancel();
        } else {
            subscription.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (!buffers.isEmpty()) {
            this.parts.add(buffers);
        }
    }

    @Override
    public void onError(Throwable problem) {
        this.failure = problem;
        this.parts.add(END);
    }

    @Override
    public void onComplete() {
        this.parts.add(END);
    }

    /** Fails reading after this time, even if bytes arrive. */
    void endAfter(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws IOException if the connection breaks, or no bytes arrive for too long */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (this.next < this.part.size() && !this.part.get(this.next).hasRemaining()) {
            this.next++;
        }
        while (this.next == this.part.size()) {
            if (this.ended || !take()) {
                return -1;
            }
        }
        ByteBuffer buffer = this.part.get(this.next);
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        this.traffic.received(count);
        if (!buffer.hasRemaining()) {
            this.next++;
        }
        return count;
    }

    /** Ends the reading of another thread too. */
    @Override
    public void close() {
        this.closed = true;
        Subscription open = this.subscription;
        if (open != null && !this.ended) {
            open.cancel();
        }
        this.parts.clear();
        this.parts.add(END);
        this.closing.run();
    }

    /** Waits for the next part. Returns whether there is one. */
    private boolean take() throws IOException {
        List<ByteBuffer> taken = poll();
        rejectClosed();
        if (!taken.isEmpty()) {
            this.part = taken.stream().filter(ByteBuffer::hasRemaining).toList();
            this.next = 0;
            request();
            return true;
        }
        this.ended = true;
        Throwable problem = this.failure;
        if (problem != null) {
            String message = problem.getMessage();
            throw new IOException(message == null ? "the connection broke" : message, problem);
        }
        return false;
    }

    private List<ByteBuffer> poll() throws IOException {
        rejectClosed();
        this.deadline.check();
        try {
            List<ByteBuffer> taken = this.parts.poll(longestWait(), TimeUnit.NANOSECONDS);
            if (taken != null) {
                return taken;
            }
        } catch (InterruptedException ex) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was interrupted");
        }
        close();
        this.deadline.check();
        throw new IOException("no data came for " + this.stall.toSeconds() + " seconds");
    }

    private long longestWait() {
        long wait = Math.min(this.stall.toNanos(), this.deadline.nanosLeft());
        Long limit = this.end;
        return limit == null ? wait : Math.min(wait, limit - System.nanoTime());
    }

    private void rejectClosed() throws IOException {
        if (this.closed) {
            throw new IOException("the body is closed");
        }
    }

    private void request() {
        Subscription open = this.subscription;
        if (open != null) {
            open.request(1);
        }
    }
}

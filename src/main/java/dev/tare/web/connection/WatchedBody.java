package dev.tare.web.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The bodies of the requests of one connection, and how long they keep the thread waiting. A read can receive bytes
 * without an end and still return nothing, for example in the extension of a chunk.
 */
final class WatchedBody implements InputBuffer {

    private final Request request;

    private final InputBuffer body;

    /** The start of the request that the following numbers belong to. */
    private long start;

    /** The number of bytes that the reads of the request returned. */
    private long received;

    /** The time in which the reads waited, in nanoseconds. */
    private long waited;

    private boolean reads;

    private long readSince;

    /** Whether the current read is over because the client took too long. */
    private boolean ended;

    WatchedBody(Request request, InputBuffer body) {
        this.request = request;
        this.body = body;
    }

    /**
     * Reads a part of the body.
     *
     * @throws SocketTimeoutException if the watch ended the read
     */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        begin(System.nanoTime());
        int count = 0;
        try {
            count = this.body.doRead(handler);
        } catch (IOException ex) {
            throw hasEnded() ? timeout(ex) : ex;
        } finally {
            end(System.nanoTime(), count);
        }
        if (count < 0 && hasEnded()) {
            throw new SocketTimeoutException("The body took too long");
        }
        return count;
    }

    @Override
    public int available() {
        return this.body.available();
    }

    /**
     * Whether the current read has to end, because it returns nothing for longer than the grace period, or because the
     * body is below the minimum rate.
     */
    synchronized boolean endsRead(long now, ConnectionProperties properties) {
        long reading = this.reads ? now - this.readSince : 0;
        boolean overdue = this.reads && (isOver(reading, properties.grace())
                || isOver(this.waited + reading, properties.timeFor(this.received)));
        this.ended |= overdue;
        return overdue;
    }

    private synchronized void begin(long now) {
        if (this.request.getStartTimeNanos() != this.start) {
            this.start = this.request.getStartTimeNanos();
            this.received = 0;
            this.waited = 0;
            this.ended = false;
        }
        this.readSince = now;
        this.reads = true;
    }

    private synchronized void end(long now, int count) {
        this.reads = false;
        this.waited += now - this.readSince;
        this.received += Math.max(count, 0);
    }

    private synchronized boolean hasEnded() {
        return this.ended;
    }

    private static SocketTimeoutException timeout(IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("The body took too long");
        timeout.initCause(cause);
        return timeout;
    }

    private static boolean isOver(long nanos, Duration most) {
        return nanos > TimeUnit.NANOSECONDS.convert(most);
    }
}

package dev.tare.web.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** A request, and when the watch first saw each of its states. */
final class WatchedRequest {

    /** The place for a {@link Note}. Tomcat uses only the first places. */
    private static final int NOTE = 20;

    private static final long NOT_STARTED = -1;

    private final Request request;

    /** The start of the request that the following times belong to. A connection has one request after the other. */
    private long start;

    /** When the answer began, or 0. */
    private long answerSince;

    /** The time in which the answer waited for the client, in nanoseconds. */
    private long waited;

    /** When the watch last looked. */
    private long lookedAt;

    /** When the answer was complete and the rest of the body was still to be read, or 0. */
    private long drainSince;

    WatchedRequest(Request request) {
        this.request = request;
    }

    Request request() {
        return this.request;
    }

    /**
     * Records the state of the request.
     *
     * @param waits whether the answer waits for the client, and not for a processor
     */
    void look(long now, boolean waits) {
        if (this.request.getStartTimeNanos() != this.start) {
            this.start = this.request.getStartTimeNanos();
            this.answerSince = 0;
            this.drainSince = 0;
            this.waited = 0;
        } else if (waits) {
            this.waited += now - this.lookedAt;
        }
        this.lookedAt = now;
        if (this.answerSince == 0 && this.request.getResponse().isCommitted()) {
            this.answerSince = now | 1;
        }
        if (this.drainSince == 0 && stage() == Constants.STAGE_ENDINPUT && hasBody()) {
            this.drainSince = now | 1;
        }
    }

    /** Whether the client took longer than it may. */
    boolean isOverdue(long now, ConnectionProperties properties) {
        if (this.drainSince != 0) {
            return isOver(now - this.drainSince, properties.drain());
        }
        if (this.answerSince != 0) {
            return isOver(now - this.answerSince, properties.timeFor(bytesWritten()));
        }
        return this.start != NOT_STARTED && isInHeaders() && isOver(now - this.start, properties.headerTime());
    }

    /** Tomcat ends the stage of parsing while the rest of the headers is missing. */
    private boolean isInHeaders() {
        return switch (stage()) {
            case Constants.STAGE_PARSE, Constants.STAGE_KEEPALIVE, Constants.STAGE_ENDED -> true;
            default -> false;
        };
    }

    private static boolean isOver(long nanos, Duration most) {
        return nanos > TimeUnit.NANOSECONDS.convert(most);
    }

    /** Whether the answer waited for the client, or the client has been sending a rejected body, for longer. */
    boolean receivesLonger(long now, long nanos) {
        return (this.answerSince != 0 && this.waited > nanos)
                || (this.drainSince != 0 && now - this.drainSince > nanos);
    }

    /** The number of bytes of the answer so far. */
    long bytesWritten() {
        return this.request.getResponse().getBytesWritten(false);
    }

    private boolean hasBody() {
        Note note = note();
        return note != null && note.hasBody();
    }

    /** Whether a read of the body waits for longer than it may. The caller ends the read. */
    boolean endsRead(long now, ConnectionProperties properties) {
        return this.request.getInputBuffer() instanceof WatchedBody body && body.endsRead(now, properties);
    }

    /** The client that trusted proxies state, or {@code null} if they state none, or if the headers are incomplete. */
    @Nullable
    String forwardedClient() {
        Note note = note();
        return note == null ? null : note.forwardedClient();
    }

    /**
     * Notes what the headers of a request contain. Another thread must not parse them.
     *
     * @param forwardedClient the client that trusted proxies state
     */
    static void note(Request request, boolean hasBody, @Nullable String forwardedClient) {
        request.setNote(NOTE, new Note(request.getStartTimeNanos(), hasBody, forwardedClient));
    }

    /** Tomcat keeps the note of an earlier request on the same connection. */
    private @Nullable Note note() {
        return this.request.getNote(NOTE) instanceof Note note && note.start() == this.request.getStartTimeNanos()
                ? note
                : null;
    }

    private int stage() {
        return this.request.getRequestProcessor().getStage();
    }

    /** @param start the start of the request that has the note */
    private record Note(long start, boolean hasBody, @Nullable String forwardedClient) {}
}

package dev.tare.web.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.web.connection.ConnectionProperties;
import org.jspecify.annotations.Nullable;

/**
 * The body of an upload, bounded in bytes and time. The last boundary comes before the end of the body, so the end is
 * reached only if the upload is incomplete. The stream keeps its failure, because readers of archives report every
 * failure as one of the archive.
 */
final class UploadStream extends FilterInputStream {

    private final UploadProperties properties;

    private final ConnectionProperties connection;

    private final Turn turn;

    private final LongSupplier held;

    private final long start = System.nanoTime();

    private long remaining;

    /** The time in which the sender kept this stream waiting, in nanoseconds. */
    private long waited;

    private @Nullable UploadException failure;

    /**
     * @param turn is given to another request while the sender stalls
     * @param held heap that the upload holds, in bytes
     */
    UploadStream(InputStream body, UploadProperties properties, ConnectionProperties connection, Turn turn,
            LongSupplier held) {
        super(body);
        this.properties = properties;
        this.connection = connection;
        this.turn = turn;
        this.held = held;
        this.remaining = properties.maxRequestSize().bytes();
    }

    /** The failure of the upload itself, or {@code null}. */
    @Nullable
    UploadException failure() {
        return this.failure;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (this.failure != null) {
            throw new IOException(this.failure);
        }
        if (System.nanoTime() - this.start > TimeUnit.NANOSECONDS.convert(this.properties.timeout())) {
            throw failed(UploadException.tooSlow(this.properties));
        }
        int count = readBody(buffer, offset, length);
        this.remaining -= Math.max(count, 0);
        checkRate();
        if (this.remaining < 0) {
            throw failed(UploadException.tooLarge(this.properties.maxRequestSize().bytes()));
        }
        return count;
    }

    @Override
    public void close() {
        // The container closes the body.
    }

    /** Only the time of the sender counts, and not that of the inspection or of the queue. */
    private void checkRate() throws IOException {
        if (isBelowRate()) {
            throw failed(UploadException.belowRate(this.connection));
        }
    }

    private boolean isBelowRate() {
        long received = this.properties.maxRequestSize().bytes() - this.remaining;
        return this.waited > TimeUnit.NANOSECONDS.convert(this.connection.timeFor(received));
    }

    private int readBody(byte[] buffer, int offset, int length) throws IOException {
        this.turn.pause(this.held.getAsLong());
        int count = readWaiting(buffer, offset, length);
        this.turn.resume();
        return count;
    }

    private int readWaiting(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int count;
        try {
            count = super.in.read(buffer, offset, length);
        } catch (IOException ex) {
            this.waited += System.nanoTime() - start;
            throw failed(failureOf(ex));
        }
        this.waited += System.nanoTime() - start;
        if (count < 0) {
            throw failed(UploadException.incomplete());
        }
        return count;
    }

    /** Tomcat wraps its exceptions. */
    private UploadException failureOf(IOException ex) {
        if (ex instanceof SocketTimeoutException || ex.getCause() instanceof SocketTimeoutException) {
            return isBelowRate() ? UploadException.belowRate(this.connection) : UploadException.stalled();
        }
        UploadException incomplete = UploadException.incomplete();
        incomplete.initCause(ex);
        return incomplete;
    }

    private IOException failed(UploadException failure) {
        this.failure = failure;
        return new IOException(failure);
    }
}

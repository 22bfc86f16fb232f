package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;

import dev.tare.http.HttpConnection;

/**
 * The body of an answer while it arrives. Closing it before its end closes the connection, and ends the reading of another
 * thread.
 */
final class BodyStream extends InputStream {

    private final HttpConnection connection;

    private final InputStream content;

    private final Traffic traffic;

    private final Consumer<BodyStream> closing;

    private volatile boolean closed;

    /** @param closing gets this body at the first call of {@link #close()} */
    BodyStream(HttpConnection connection, InputStream content, Traffic traffic,
            Consumer<BodyStream> closing) {
        this.connection = connection;
        this.content = content;
        this.traffic = traffic;
        this.closing = closing;
    }

    /** Fails reading after this time, even if bytes arrive. */
    synchronized void endAfter(Duration time) {
        if (!this.closed) {
            this.connection.endAfter(time);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws IOException if the connection breaks, or no bytes arrive for too long */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (this.closed) {
            throw new IOException("the body is closed");
        }
        int count = this.content.read(bytes, offset, length);
        this.traffic.received(Math.max(0, count));
        return count;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (this.closed) {
                return;
            }
            this.closed = true;
        }
        this.closing.accept(this);
    }
}

package dev.tare.web.format;

import java.io.IOException;
import java.io.OutputStream;

import org.springframework.http.HttpOutputMessage;

/**
 * The body of a response that begins with the first full block, so that an earlier failure becomes a problem detail. A
 * body of less than a block states its length. Call {@link #finish} at the end.
 */
final class LateBody extends OutputStream {

    /** The size of a block in bytes. */
    private static final int BLOCK = 1 << 16;

    private final HttpOutputMessage message;

    private final byte[] block = new byte[BLOCK];

    private int filled;

    private boolean begun;

    LateBody(HttpOutputMessage message) {
        this.message = message;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] { (byte) value }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length;) {
            if (this.filled == BLOCK) {
                writeBlock();
            }
            int count = Math.min(length - done, BLOCK - this.filled);
            System.arraycopy(bytes, offset + done, this.block, this.filled, count);
            this.filled += count;
            done += count;
        }
    }

    /** Writes the rest. */
    void finish() throws IOException {
        if (!this.begun) {
            this.message.getHeaders().setContentLength(this.filled);
        }
        writeBlock();
        this.message.getBody().flush();
    }

    private void writeBlock() throws IOException {
        this.begun = true;
        this.message.getBody().write(this.block, 0, this.filled);
        this.filled = 0;
    }
}

package dev.tare.archive.zip;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one entry of a zip piece by piece. */
final class Inflation implements AutoCloseable {

    private final Inflater inflater = new Inflater(true);

    private ByteBuffer fed = ByteBuffer.allocate(0);

    /** Adds input, once the last input is used up. */
    void feed(ByteBuffer deflated) {
        this.fed = deflated;
        this.inflater.setInput(deflated);
    }

    /**
     * @return the count of bytes read, 0 if more input is needed, -1 at the end of the entry
     * @throws UnreadableZipException if the entry is damaged
     */
    int read(byte[] bytes, int offset, int length) {
        try {
            int count = this.inflater.inflate(bytes, offset, length);
            return count == 0 && this.inflater.finished() ? -1 : count;
        } catch (DataFormatException ex) {
            throw new UnreadableZipException("an entry is damaged");
        }
    }

    /** Count of input bytes that follow the end of the entry. */
    int unused() {
        return this.fed.remaining();
    }

    /** Count of input bytes that belong to the entry. */
    long deflated() {
        return this.inflater.getBytesRead();
    }

    long inflated() {
        return this.inflater.getBytesWritten();
    }

    @Override
    public void close() {
        this.inflater.close();
    }
}

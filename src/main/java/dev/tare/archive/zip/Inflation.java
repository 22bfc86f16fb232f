package dev.tare.archive.zip;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one entry of a zip, as much of which as there is at a time. */
final class Inflation implements AutoCloseable {

    private final Inflater inflater = new Inflater(true);

    private ByteBuffer fed = ByteBuffer.allocate(0);

    /** Gives it more, once it has nothing left. */
    void feed(ByteBuffer deflated) {
        this.fed = deflated;
        this.inflater.setInput(deflated);
    }

    /**
     * @return the count of bytes read, 0 if it has to be fed, -1 if the entry has ended
     * @throws UnreadableZipException if it is damaged
     */
    int read(byte[] bytes, int offset, int length) {
        try {
            int count = this.inflater.inflate(bytes, offset, length);
            return count == 0 && this.inflater.finished() ? -1 : count;
        } catch (DataFormatException ex) {
            throw new UnreadableZipException("an entry is damaged");
        }
    }

    /** How much it was fed of what follows the entry's end. */
    int unused() {
        return this.fed.remaining();
    }

    /** How many bytes it has read of what it was fed. */
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

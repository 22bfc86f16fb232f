package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import dev.tare.archive.tar.BulkInput;

/**
 * Inflates one or more gzip members. Only zeros may follow them. The JDK's own stream does not distinguish trailing
 * garbage from the end. Depending on its update, it reads several members or only the first (JDK-7036144, JDK-8381670).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GzipInput extends BulkInput {

    private final GzipFrame frame;

    private final Inflater inflater = new Inflater(true);

    private final CRC32 crc = new CRC32();

    private boolean inMember;

    private boolean ended;

    GzipInput(InputStream in, String what, String name) {
        this.frame = new GzipFrame(in, what, name);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (this.inMember || beginMember()) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                this.crc.update(bytes, offset, count);
                return count;
            }
            proceed();
        }
        return -1;
    }

    @Override
    public void close() {
        this.inflater.end();
    }

    private boolean beginMember() throws IOException {
        if (this.ended || !this.frame.readHeader()) {
            this.ended = true;
            return false;
        }
        this.inflater.reset();
        this.crc.reset();
        this.frame.feed(this.inflater);
        this.inMember = true;
        return true;
    }

    private int inflate(byte[] bytes, int offset, int length) {
        try {
            return this.inflater.inflate(bytes, offset, length);
        } catch (DataFormatException ex) {
            throw this.frame.corrupt("its compressed data is invalid", ex);
        }
    }

    private void proceed() throws IOException {
        if (this.inflater.finished()) {
            this.frame.takeBack(this.inflater.getRemaining());
            this.frame.readTrailer(this.crc.getValue(), this.inflater.getBytesWritten());
            this.inMember = false;
        } else if (this.inflater.needsDictionary()) {
            throw this.frame.corrupt("its compressed data is invalid", null);
        } else if (this.inflater.needsInput()) {
            this.frame.refill();
            this.frame.feed(this.inflater);
        }
    }
}

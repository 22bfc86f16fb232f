package dev.tare.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Iterator;

import dev.tare.archive.tar.SparseMap.Segment;
import dev.tare.limits.Deadline;

/** The content of a sparse file as programs read it, with holes as zeros. */
final class SparseContent extends BulkInput {

    private final InputStream data;

    private final Deadline deadline;

    private final long size;

    private final Iterator<Segment> segments;

    private Segment segment;

    private long position;

    SparseContent(InputStream data, SparseMap map, Deadline deadline) {
        this.data = data;
        this.deadline = deadline;
        this.size = map.size();
        this.segments = map.segments().iterator();
        this.segment = nextSegment();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (this.segment.offset() + this.segment.length() <= this.position && this.position < this.size) {
            this.segment = nextSegment();
        }
        if (this.position == this.size) {
            return -1;
        }
        int count = this.position < this.segment.offset() ? fillHole(bytes, offset, length)
                : readData(bytes, offset, length);
        this.position += count;
        return count;
    }

    /** Holes are not read from a stream, so they check interrupts and the deadline here. */
    private int fillHole(byte[] bytes, int offset, int length) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Reading was interrupted");
        }
        this.deadline.check();
        int count = (int) Math.min(length, this.segment.offset() - this.position);
        Arrays.fill(bytes, offset, offset + count, (byte) 0);
        return count;
    }

    private int readData(byte[] bytes, int offset, int length) throws IOException {
        long left = this.segment.offset() + this.segment.length() - this.position;
        return this.data.read(bytes, offset, (int) Math.min(length, left));
    }

    /** A hole at the end has an empty segment after it, just beyond the last byte. */
    private Segment nextSegment() {
        return this.segments.hasNext() ? this.segments.next() : new Segment(this.size, 1);
    }
}

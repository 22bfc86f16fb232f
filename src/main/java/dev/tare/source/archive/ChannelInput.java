package dev.tare.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import dev.tare.archive.tar.BulkInput;

/** Reads a file from an offset. Several inputs may share one channel. Closing does nothing. */
final class ChannelInput extends BulkInput {

    private final FileChannel channel;

    private long position;

    ChannelInput(FileChannel channel, long position) {
        this.channel = channel;
        this.position = position;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.channel.read(ByteBuffer.wrap(bytes, offset, length), this.position);
        this.position += Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = Math.clamp(count, 0, Math.max(0, this.channel.size() - this.position));
        this.position += skipped;
        return skipped;
    }
}

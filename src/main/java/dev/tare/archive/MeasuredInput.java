package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

import dev.tare.archive.tar.BulkInput;
import dev.tare.image.Digest;

/** Counts and hashes the bytes that are read through it. Closing does nothing. */
final class MeasuredInput extends BulkInput {

    private final InputStream in;

    private final MessageDigest sha256 = Digest.newSha256();

    private long size;

    MeasuredInput(InputStream in) {
        this.in = in;
    }

    long size() {
        return this.size;
    }

    /** The digest of all bytes that were read. Can be called once. */
    Digest digest() {
        return Digest.ofSha256(this.sha256.digest());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.in.read(bytes, offset, length);
        if (count > 0) {
            this.sha256.update(bytes, offset, count);
            this.size += count;
        }
        return count;
    }
}

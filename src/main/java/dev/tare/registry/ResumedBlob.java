package dev.tare.registry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import dev.tare.image.Descriptor;
import org.jspecify.annotations.Nullable;

/**
 * The content of a blob. If the connection breaks, it continues where it stopped. It has exactly the size of the
 * descriptor; the reader verifies the digest.
 */
final class ResumedBlob extends InputStream {

    /** A server that breaks more often is no server for images. */
    private static final int MAX_RESUMES = 1_000;

    /** Resumes of a blob however few bytes arrive. */
    private static final int FREE_RESUMES = 32;

    /** Bytes that must arrive for each further resume. */
    private static final long BYTES_PER_RESUME = 1 << 16;

    /** Bytes to skip for one blob, beyond its size. A server that ignores ranges sends its beginning again. */
    private static final long MAX_SKIPPED = 64 << 20;

    /** For the end of a body whose bytes are all here. */
    private static final Duration END = Duration.ofSeconds(2);

    private final ImageReference image;

    private final Descriptor blob;

    private final Opener opener;

    private final Retries retries;

    private @Nullable BodyStream body;

    private long position;

    private long skipped;

    private int resumes;

    private int failures;

    private @Nullable RegistryException failure;

    private boolean closed;

    ResumedBlob(ImageReference image, Descriptor blob, Opener opener, Retries retries) {
        this.image = image;
        this.blob = blob;
        this.opener = opener;
        this.retries = retries;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws RegistryException if the blob is longer, or the registry does not send it to its end; always the same */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (this.closed) {
            throw new IOException("the blob is closed");
        }
        if (this.failure != null) {
            throw this.failure;
        }
        try {
            return length == 0 ? 0 : readOrResume(bytes, offset, length);
        } catch (RegistryException ex) {
            this.failure = ex;
            closeBody();
            throw ex;
        }
    }

    private int readOrResume(byte[] bytes, int offset, int length) throws IOException {
        while (this.position < this.blob.size()) {
            try {
                int count = body().read(bytes, offset, (int) Math.min(length, this.blob.size() - this.position));
                if (count < 0) {
                    throw new EOFException("the content ends after " + this.position + " of " + this.blob.size()
                            + " bytes");
                }
                this.position += count;
                this.failures = 0;
                return count;
            } catch (IOException ex) {
                resume(ex);
            }
        }
        rejectMore();
        return -1;
    }

    private BodyStream body() throws IOException {
        BodyStream open = this.body;
        if (open == null) {
            Part part = this.opener.open(this.position);
            open = part.body();
            try {
                skip(open, this.position - part.start());
            } catch (IOException | RuntimeException ex) {
                open.close();
                throw ex;
            }
            this.body = open;
        }
        return open;
    }

    private void skip(BodyStream open, long bytes) throws IOException {
        this.skipped += bytes;
        if (this.skipped - this.blob.size() > MAX_SKIPPED) {
            throw RegistryException.invalid(this.image, "it sends the blob " + this.blob.digest()
                    + " from its beginning when asked for the rest, and the connections ended "
                    + "too early " + this.resumes
                    + " times. A proxy on the way may remove the range. Try again later.");
        }
        open.skipNBytes(bytes);
    }

    private void resume(IOException problem) {
        closeBody();
        RegistryException broken = RegistryException.unreachable(this.image, "the blob " + this.blob.digest(), problem);
        if (++this.resumes > Math.min(MAX_RESUMES, FREE_RESUMES + this.position / BYTES_PER_RESUME)) {
            throw broken;
        }
        if (++this.failures > 1) {
            this.retries.await(this.failures - 1, broken, null);
        }
    }

    /** A body without a stated length may go on, or never end. */
    private void rejectMore() {
        BodyStream open = this.body;
        if (open == null) {
            return;
        }
        open.endAfter(END);
        try {
            if (open.read() >= 0) {
                throw RegistryException.invalid(this.image, "the blob " + this.blob.digest() + " has more than the "
                        + this.blob.size() + " bytes that the manifest states. The image was changed or damaged: push "
                        + "it again.");
            }
        } catch (IOException ex) {
            // The whole blob is here.
        }
        closeBody();
    }

    private void closeBody() {
        BodyStream open = this.body;
        this.body = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        this.closed = true;
        closeBody();
    }

    /** Opens the content at an offset, or before it if the server ignores ranges. */
    @FunctionalInterface
    interface Opener {

        /** @throws IOException if the connection breaks */
        Part open(long offset) throws IOException;
    }

    /**
     * The end of the content.
     *
     * @param start the offset of its first byte
     */
    record Part(BodyStream body, long start) {}
}

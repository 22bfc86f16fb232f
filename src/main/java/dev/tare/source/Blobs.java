package dev.tare.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import dev.tare.image.Digest;
import dev.tare.referrer.Referrers;
import dev.tare.source.format.Entries;
import org.jspecify.annotations.Nullable;

/** Entries that can be opened by path, several at once. */
public interface Blobs extends Entries, Closeable {

    /** The image is planned, so no document is read from now on. Entries that are kept for documents may be forgotten. */
    default void planned() {}

    /** Opens the entry at a resolved path. */
    InputStream open(String resolvedPath) throws IOException;

    /** The size of the entry at a resolved path, in bytes. */
    long size(String resolvedPath);

    /**
     * Reads a part of the entry at a resolved path. Nothing verifies its content.
     *
     * @throws java.io.EOFException if the entry ends before
     */
    default byte[] part(String resolvedPath, long offset, int length) throws IOException {
        try (InputStream in = open(resolvedPath)) {
            in.skipNBytes(offset);
            byte[] part = in.readNBytes(length);
            if (part.length < length) {
                throw new EOFException("\"" + resolvedPath + "\" ends too early");
            }
            return part;
        }
    }

    /** What was transferred over a network so far; {@code null} for entries on this machine. */
    default @Nullable Transfer transfer() {
        return null;
    }

    /**
     * Searches the signatures of an image, with a few small requests, if the source has them and was asked to. It may run beside the reading of layers. A failure is
     * the reason why the result is incomplete.
     *
     * @param manifest the digest of the manifest of the image
     */
    default Referrers referrers(Digest manifest) {
        return Referrers.OUTSIDE_REGISTRY;
    }

    /**
     * Whether the digest of a descriptor alone selects the content, as in a registry. Then a known layer with this digest
     * is not opened again, unless {@link KnownLayers#findByDigestAlone} withholds it.
     */
    default boolean isAddressedByDigest() {
        return false;
    }
}

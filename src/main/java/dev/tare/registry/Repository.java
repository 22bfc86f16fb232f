package dev.tare.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import dev.tare.image.Descriptor;
import org.jspecify.annotations.Nullable;

/** The manifests and blobs of one repository. Several threads may use it. */
public interface Repository extends Closeable {

    /**
     * Reads a manifest or index. It has the digest of the request, if that is a digest.
     *
     * @param version a tag or a digest
     * @throws RegistryException if the registry does not send it, or sends more than 4 MiB
     */
    StoredManifest manifest(String version);

    /**
     * The same, or {@code null} if the registry does not have it.
     *
     * @throws RegistryException if the registry answers otherwise
     */
    @Nullable
    StoredManifest find(String version);

    /**
     * Requests a part of the list of referrers, or returns {@code null} if the registry does not have the referrers API.
     *
     * @param request {@link ReferrersPage#first}, or {@link ReferrersPage#next} of the page before
     * @throws dev.tare.image.InvalidImageException if the registry answers otherwise
     */
    @Nullable
    ReferrersPage referrers(String request);

    /**
     * Opens a blob. The stream has exactly the size of the descriptor, and continues after a connection broke. The caller
     * verifies the digest, and closes it.
     *
     * @throws IOException if the thread is interrupted
     */
    InputStream blob(Descriptor blob) throws IOException;

    /**
     * Reads a part of a blob with a range request, and no other bytes. Nothing verifies its content.
     *
     * @param offset in the blob
     * @param length in bytes; the part is inside of the blob
     * @throws RegistryException if the registry does not send this part, or ignores the range and would send far more
     */
    byte[] part(Descriptor blob, long offset, int length);

    /** Closes open blobs. */
    @Override
    void close();
}

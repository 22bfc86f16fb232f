package dev.tare.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;

/** Holds what was read against the digests that refer to it. */
public final class Digests {

    private static final int BUFFER_SIZE = 64 * 1024;

    private Digests() {}

    static void verify(String kind, String entry, Digest expected, Digest actual) {
        if (!requireSha256(expected).equals(actual)) {
            throw new DigestMismatchException(kind, entry, expected, actual);
        }
    }

    /** Reads a stream to its end, and nothing of it is kept. */
    public static Digest of(InputStream content) throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            sha256.update(buffer, 0, count);
        }
        return Digest.ofSha256(sha256.digest());
    }

    /** Where an OCI image layout keeps the blob. */
    static String blobPath(Descriptor descriptor) {
        Digest digest = requireSha256(descriptor.digest());
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    private static Digest requireSha256(Digest digest) {
        if (!digest.algorithm().equals("sha256")) {
            throw UnsupportedImageException.digestAlgorithm(digest.toString());
        }
        return digest;
    }
}

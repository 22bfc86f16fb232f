package dev.tare.source;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;

/** Holds what was read against the digests that refer to it. */
final class Digests {

    private Digests() {}

    static void verify(String kind, String entry, Digest expected, Digest actual) {
        if (!requireSha256(expected).equals(actual)) {
            throw new DigestMismatchException(kind, entry, expected, actual);
        }
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

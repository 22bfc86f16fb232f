package dev.tare.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/** Computes and verifies digests, and parses digests in the names of blobs. */
public final class Digests {

    private static final int BUFFER_SIZE = 64 * 1024;

    /**
     * Names of entries that state the digest of their content: OCI image layouts and newer engines write
     * {@code blobs/sha256/HEX}, Podman and Skopeo {@code HEX.tar} and Jib {@code HEX.tar.gz}.
     */
    private static final Pattern BLOB_NAME =
            Pattern.compile("(?:blobs/sha256/([0-9a-f]{64})|([0-9a-f]{64})[.]tar(?:[.]gz)?)");

    private Digests() {}

    static void verify(String kind, String entry, Digest expected, Digest actual) {
        if (!requireSha256(expected).equals(actual)) {
            throw MismatchException.ofDigest(kind, entry, expected, actual);
        }
    }

    /** Reads a stream to its end and returns its digest. */
    public static Digest of(InputStream content) throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            sha256.update(buffer, 0, count);
        }
        return Digest.ofSha256(sha256.digest());
    }

    /** The digest in the name of a blob, or {@code null}. It is not verified. */
    public static @Nullable Digest statedBy(String path) {
        Matcher matcher = BLOB_NAME.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        return Digest.parse("sha256:" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }

    /** The path of a blob in an OCI image layout. */
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

package dev.tare.source.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Names of entries that say the digest of what they hold: OCI image layouts and newer engines have
 * {@code blobs/sha256/HEX}, Podman and Skopeo {@code HEX.tar} and Jib {@code HEX.tar.gz}. They are only claims.
 */
public final class BlobName {

    private static final Pattern NAME =
            Pattern.compile("(?:blobs/sha256/([0-9a-f]{64})|([0-9a-f]{64})[.]tar(?:[.]gz)?)");

    private BlobName() {}

    /** The digest that the name says, or {@code null} if it says none. */
    public static @Nullable Digest digest(String path) {
        Matcher matcher = NAME.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        return Digest.parse("sha256:" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }
}

package dev.tare.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A cryptographic digest that identifies content: {@code sha256:<64 hex>} or {@code sha512:<128 hex>}. Equal digests
 * are equal values.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests">OCI image
 *      specification, digests</a>
 */
public sealed interface Digest extends Comparable<Digest> permits Sha256, Sha512 {

    /** {@code sha256} or {@code sha512}, the algorithms that the specification registers. */
    String algorithm();

    /** The digest in lower-case hexadecimal. */
    String hex();

    /** The digest as bytes: 32 or 64. */
    default byte[] bytes() {
        return HexFormat.of().parseHex(hex());
    }

    /** The first twelve hexadecimal characters, enough for a person to distinguish two digests. */
    default String shortForm() {
        return hex().substring(0, 12);
    }

    @Override
    default int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    /**
     * Parses {@code algorithm:hex}.
     *
     * @throws InvalidValueException if the text has another form or another algorithm
     */
    static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidValueException("digest", text, "sha256:<64 lower-case hexadecimal characters>");
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * The digest with these parts.
     *
     * @throws InvalidValueException if the algorithm is not supported, or the digest does not fit it
     */
    static Digest of(String algorithm, String hex) {
        return switch (algorithm) {
            case Sha256.ALGORITHM -> Sha256.parse(verify(algorithm, hex, Sha256.HEX_LENGTH));
            case Sha512.ALGORITHM -> new Sha512(verify(algorithm, hex, Sha512.HEX_LENGTH));
            default -> throw new InvalidValueException("digest algorithm", algorithm, "sha256 or sha512");
        };
    }

    /**
     * The digest with these {@link #bytes()}.
     *
     * @throws InvalidValueException if the number of bytes is neither 32 nor 64
     */
    static Digest of(byte[] bytes) {
        return bytes.length == Sha256.HEX_LENGTH / 2 ? ofSha256(bytes)
                : of(Sha512.ALGORITHM, HexFormat.of().formatHex(bytes));
    }

    /** The SHA-256 digest with these bytes, as a {@link MessageDigest} returns them. */
    static Digest ofSha256(byte[] digest) {
        return Sha256.of(digest);
    }

    /** The SHA-256 digest of {@code content}. */
    static Digest sha256Of(byte[] content) {
        return ofSha256(newSha256().digest(content));
    }

    /** A new SHA-256. Every Java platform supports it. */
    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("This Java runtime has no SHA-256, which the platform requires", ex);
        }
    }

    private static String verify(String algorithm, String hex, int length) {
        if (hex.length() != length || !Pattern.matches("[0-9a-f]+", hex)) {
            throw new InvalidValueException("digest", algorithm + ":" + hex,
                    algorithm + ": followed by " + length + " lower-case hexadecimal characters");
        }
        return hex;
    }
}

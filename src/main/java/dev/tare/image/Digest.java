package dev.tare.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of content by its cryptographic digest, {@code sha256:<64 hex>} or {@code sha512:<128 hex>}.
 *
 * @param algorithm {@code sha256} or {@code sha512}, the algorithms that the specification registers
 * @param hex       the digest in lower-case hexadecimal
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests">OCI image
 *      specification, digests</a>
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {

    private static final Pattern LOWER_HEX = Pattern.compile("[0-9a-f]+");

    private static final int SHORT_LENGTH = 12;

    public Digest {
        int length = hexLength(algorithm);
        if (hex.length() != length || !LOWER_HEX.matcher(hex).matches()) {
            throw new InvalidValueException("digest", algorithm + ":" + hex,
                    algorithm + ": followed by " + length + " lower-case hexadecimal characters");
        }
    }

    /**
     * Reads {@code algorithm:hex}.
     *
     * @throws InvalidValueException if the text has another form or another algorithm
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidValueException("digest", text, "sha256:<64 lower-case hexadecimal characters>");
        }
        return new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The SHA-256 digest whose bytes a {@link MessageDigest} has produced. */
    public static Digest ofSha256(byte[] digest) {
        return new Digest("sha256", HexFormat.of().formatHex(digest));
    }

    /** The SHA-256 digest of {@code content}. */
    public static Digest sha256Of(byte[] content) {
        return ofSha256(newSha256().digest(content));
    }

    /** A fresh SHA-256, which every Java platform has. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("This Java runtime has no SHA-256, which the platform requires", ex);
        }
    }

    /** The first twelve hexadecimal characters: enough for a person to tell two digests apart. */
    public String shortForm() {
        return this.hex.substring(0, SHORT_LENGTH);
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return this.algorithm + ":" + this.hex;
    }

    private static int hexLength(String algorithm) {
        return switch (algorithm) {
            case "sha256" -> 64;
            case "sha512" -> 128;
            default -> throw new InvalidValueException("digest algorithm", algorithm, "sha256 or sha512");
        };
    }
}

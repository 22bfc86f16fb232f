package dev.tare.secret.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * Detects private keys by their content, and whether they are encrypted.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2">RFC 8017, PKCS#1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5958">RFC 5958, PKCS#8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915, EC private keys</a>
 * @see <a href="https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.key">OpenSSH, PROTOCOL.key</a>
 */
public final class PrivateKeys {

    private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.ISO_8859_1);

    /** An encrypted key without a structure around it is at least as long as a short key. */
    private static final int LEAST_ENCRYPTED = 64;

    private PrivateKeys() {}

    /**
     * The kind of key, or {@code null} if the text is not a private key.
     *
     * @param label     of the PEM
     * @param encrypted whether the PEM has the headers of an encrypted key, as in OpenSSL's own format
     */
    public static @Nullable SecretKind kindOf(String label, boolean encrypted, ArmoredText body) {
        byte[] content = body.content();
        return switch (label) {
            case "OPENSSH PRIVATE KEY" -> openssh(content);
            case "PGP PRIVATE KEY BLOCK" -> OpenPgp.isSecretKey(body) ? SecretKind.PGP_PRIVATE_KEY : null;
            case "ENCRYPTED PRIVATE KEY" -> isEncryptedPkcs8(Der.of(content)) ? SecretKind.ENCRYPTED_PRIVATE_KEY : null;
            default -> encrypted ? encrypted(content) : plain(content);
        };
    }

    private static @Nullable SecretKind encrypted(byte[] content) {
        return content.length >= LEAST_ENCRYPTED ? SecretKind.ENCRYPTED_PRIVATE_KEY : null;
    }

    private static @Nullable SecretKind plain(byte[] content) {
        return isPkcs8(Der.of(content)) || isNumbers(content) || isEc(content) ? SecretKind.PRIVATE_KEY : null;
    }

    /** PKCS#8: a version, an algorithm and the key. */
    static boolean isPkcs8(Der content) {
        Der sequence = content.sequence();
        return sequence.skip(Der.INTEGER) && sequence.skip(Der.SEQUENCE) && sequence.skip(Der.OCTET_STRING);
    }

    /** An RSA or DSA key: a version and at least five numbers. */
    private static boolean isNumbers(byte[] content) {
        Der sequence = Der.of(content).sequence();
        int numbers = 0;
        while (sequence.skip(Der.INTEGER)) {
            numbers++;
        }
        return numbers >= 6 && sequence.isAtEnd();
    }

    /** SEC 1: a version and the key. */
    private static boolean isEc(byte[] content) {
        Der sequence = Der.of(content).sequence();
        return sequence.skip(Der.INTEGER) && sequence.skip(Der.OCTET_STRING);
    }

    /** Encrypted PKCS#8: an algorithm and the encrypted key. */
    static boolean isEncryptedPkcs8(Der content) {
        Der sequence = content.sequence();
        return sequence.skip(Der.SEQUENCE) && sequence.skip(Der.OCTET_STRING) && sequence.isAtEnd();
    }

    /** The name of the cipher follows, after its length. */
    private static @Nullable SecretKind openssh(byte[] content) {
        int start = OPENSSH.length;
        if (content.length < start + LEAST_ENCRYPTED || !Arrays.equals(OPENSSH, 0, start, content, 0, start)) {
            return null;
        }
        int length = content[start + 3];
        boolean plausible = content[start] == 0 && content[start + 1] == 0 && content[start + 2] == 0 && length > 0
                && length < LEAST_ENCRYPTED - 4;
        if (!plausible) {
            return null;
        }
        String cipher = new String(content, start + 4, length, StandardCharsets.ISO_8859_1);
        return cipher.equals("none") ? SecretKind.OPENSSH_PRIVATE_KEY : SecretKind.ENCRYPTED_OPENSSH_PRIVATE_KEY;
    }
}

package dev.tare.secret.key;

import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys in keystores by their structure. {@link java.security.KeyStore} cannot replace this. Without a password,
 * it omits unencrypted keys of PKCS#12. It accepts a truncated JKS file, and any bytes as a key. It rejects a keystore
 * if it cannot parse a certificate. It must not read JCEKS, because it deserializes secret keys.
 */
public final class Keystores {

    private Keystores() {}

    /**
     * The kind of key in a keystore, or {@code null} if the content is not a keystore or shows no key.
     *
     * @param content the whole content from its first byte
     * @param length  of the content, in bytes
     */
    public static @Nullable SecretKind keyIn(byte[] content, int length) {
        if (JavaKeystore.holdsKey(content, length)) {
            return SecretKind.KEYSTORE_KEY;
        }
        return Pkcs12.keyIn(Der.of(content, length));
    }
}

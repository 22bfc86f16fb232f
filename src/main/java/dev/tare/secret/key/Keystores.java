package dev.tare.secret.key;

import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys in keystores by their structure. {@link java.security.KeyStore} does not replace this: without a
 * password it leaves out keys of PKCS#12 that are not encrypted, it accepts a JKS file that is cut off or holds any
 * bytes as a key, it rejects a keystore for a certificate that it cannot parse, and it must not read JCEKS, whose
 * secret keys it deserializes.
 */
public final class Keystores {

    private Keystores() {}

    /** What a whole content holds as a keystore, or {@code null} if it is none or cannot be told to have a key. */
    public static @Nullable SecretKind keyIn(byte[] content, int length) {
        if (JavaKeystore.holdsKey(content, length)) {
            return SecretKind.KEYSTORE_KEY;
        }
        return Pkcs12.keyIn(Der.of(content, length));
    }
}

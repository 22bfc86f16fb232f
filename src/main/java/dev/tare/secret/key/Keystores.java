package dev.tare.secret.key;

import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/** Tells keystores that hold a key from those that hold certificates alone, by their structure. */
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

package dev.tare.secret.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A digest of a string in which secrets are hidden. Its key is random and never leaves the process, so an attacker cannot
 * find a secret by guessing.
 */
public final class HiddenDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int KEY_LENGTH = 32;

    /** Long enough that no two strings get the same digest by chance. */
    private static final int LENGTH = 16;

    private static final SecretKeySpec KEY = new SecretKeySpec(randomKey(), ALGORITHM);

    private HiddenDigest() {}

    /** The digest of these strings in this order, in hex. */
    public static String of(List<String> texts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            for (String text : texts) {
                mac.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_16BE));
            }
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(), LENGTH));
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
        }
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }
}

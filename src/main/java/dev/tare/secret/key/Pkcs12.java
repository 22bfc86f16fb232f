package dev.tare.secret.key;

import java.util.HexFormat;

import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key bags of a PKCS#12 file that are not encrypted as a whole. Most tools encrypt each key in a separate
 * bag, and all certificates together. The content of bags that are encrypted together stays unknown.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292, PKCS#12</a>
 */
final class Pkcs12 {

    private static final byte[] VERSION = { 3 };

    private static final byte[] DATA = HexFormat.of().parseHex("2a864886f70d010701");

    private static final byte[] KEY_BAG = HexFormat.of().parseHex("2a864886f70d010c0a0101");

    private static final byte[] SHROUDED_KEY_BAG = HexFormat.of().parseHex("2a864886f70d010c0a0102");

    private Pkcs12() {}

    /** The least protected kind of key in the file, or {@code null} if the content is not PKCS#12 or shows no key. */
    static @Nullable SecretKind keyIn(Der content) {
        Der file = content.sequence();
        if (!file.skip(Der.INTEGER, VERSION)) {
            return null;
        }
        Der safes = data(file.enter(Der.SEQUENCE));
        SecretKind kind = null;
        for (Der safe = safes.enter(Der.SEQUENCE); !safe.isAtEnd(); safe = safes.enter(Der.SEQUENCE)) {
            Der bags = data(safe);
            for (Der bag = bags.enter(Der.SEQUENCE); !bag.isAtEnd(); bag = bags.enter(Der.SEQUENCE)) {
                SecretKind found = keyInBag(bag);
                kind = found == SecretKind.PRIVATE_KEY || kind == null ? found : kind;
            }
        }
        return kind;
    }

    /** The sequence in a content info of type data. */
    private static Der data(Der info) {
        return info.skip(Der.OBJECT_IDENTIFIER, DATA)
                ? info.enter(Der.CONTEXT_0).enter(Der.OCTET_STRING).enter(Der.SEQUENCE)
                : Der.EMPTY;
    }

    private static @Nullable SecretKind keyInBag(Der bag) {
        if (bag.skip(Der.OBJECT_IDENTIFIER, KEY_BAG)) {
            return PrivateKeys.isPkcs8(bag.enter(Der.CONTEXT_0)) ? SecretKind.PRIVATE_KEY : null;
        }
        return bag.skip(Der.OBJECT_IDENTIFIER, SHROUDED_KEY_BAG)
                && PrivateKeys.isEncryptedPkcs8(bag.enter(Der.CONTEXT_0)) ? SecretKind.KEYSTORE_KEY : null;
    }
}

package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Macaroons in their binary form: a location, an identifier, caveats, and a signature of 32 bytes at the end.
 *
 * @see <a href="https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt">libmacaroons, format</a>
 */
final class Macaroons {

    private static final Set<String> LOCATIONS = Set.of("pypi.org", "test.pypi.org");

    private static final int SIGNATURE = 32;

    private static final int SIGNATURE_FIELD = 6;

    private Macaroons() {}

    /** Whether the string after {@code pypi-} is a macaroon of the Python package index. */
    static boolean isOfPyPi(String token) {
        byte[] macaroon = decoded(token.substring("pypi-".length()));
        return hasLocation(macaroon) && hasSignature(macaroon);
    }

    /** Version 2, field 1, its length, and the name. */
    private static boolean hasLocation(byte[] macaroon) {
        if (macaroon.length < 3 + SIGNATURE || macaroon[0] != 2 || macaroon[1] != 1) {
            return false;
        }
        int length = Math.min(macaroon[2] & 0xff, macaroon.length - 3);
        return LOCATIONS.contains(new String(macaroon, 3, length, StandardCharsets.ISO_8859_1));
    }

    private static boolean hasSignature(byte[] macaroon) {
        int field = macaroon.length - SIGNATURE - 2;
        return macaroon[field] == SIGNATURE_FIELD && macaroon[field + 1] == SIGNATURE;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException ex) {
            return new byte[0];
        }
    }
}

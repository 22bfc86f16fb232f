package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Verifies the checksums at the end of tokens. */
final class Checksums {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int BASE62_LENGTH = 6;

    private static final int BASE36_LENGTH = 7;

    private static final int HEX_LENGTH = 8;

    private Checksums() {}

    /** The form of GitHub and npm tokens: a prefix and {@code _}, random characters, and their CRC-32 in base 62. */
    static boolean endsWithBase62Crc32(String token) {
        int end = token.length() - BASE62_LENGTH;
        long crc = crc32(token.substring(token.indexOf('_') + 1, end));
        for (int i = token.length() - 1; i >= end; i--) {
            if (token.charAt(i) != BASE62.charAt((int) (crc % BASE62.length()))) {
                return false;
            }
            crc /= BASE62.length();
        }
        return crc == 0;
    }

    /**
     * The form of GitLab tokens: a version in some tokens, the length of the payload, and the CRC-32 of all previous
     * characters, in base 36.
     */
    static boolean isRoutableToken(String token) {
        int end = token.length() - BASE36_LENGTH;
        return padded(crc32(token.substring(0, end)), Character.MAX_RADIX, BASE36_LENGTH).equals(token.substring(end));
    }

    /** The form of Grafana tokens: {@code glsa_}, random characters, {@code _} and their CRC-32 in hex. */
    static boolean endsWithGrafanaCrc32(String token) {
        int end = token.lastIndexOf('_');
        String random = token.substring(token.indexOf('_') + 1, end);
        return padded(crc32(random), 16, HEX_LENGTH).equals(token.substring(end + 1));
    }

    /** The form of Atlassian tokens: a string before {@code =}, and the CRC-32 of this string in hex. */
    static boolean endsWithHexCrc32(String token) {
        int end = token.lastIndexOf('=');
        return padded(crc32(token.substring(0, end)), 16, HEX_LENGTH).toUpperCase(Locale.ROOT)
                .equals(token.substring(end + 1));
    }

    private static String padded(long number, int radix, int length) {
        String digits = Long.toString(number, radix);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return crc.getValue();
    }
}

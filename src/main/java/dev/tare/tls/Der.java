package dev.tare.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Puts older forms of private keys into PKCS#8, the only form that Java reads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5958">RFC 5958, asymmetric key packages</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915, elliptic curve private key structure</a>
 */
final class Der {

    private static final int SEQUENCE = 0x30;

    private static final int OCTETS = 0x04;

    /** The element of an elliptic curve key that names its curve. */
    private static final int CURVE = 0xa0;

    private static final byte[] ZERO = { 2, 1, 0 };

    /** 1.2.840.113549.1.1.1 without parameters. */
    private static final byte[] RSA = { 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0 };

    /** 1.2.840.10045.2.1. */
    private static final byte[] EC = { 6, 7, 42, (byte) 134, 72, (byte) 206, 61, 2, 1 };

    private Der() {}

    /** A key in the form PKCS#1. */
    static byte[] pkcs8OfRsa(byte[] key) {
        return element(SEQUENCE, ZERO, element(SEQUENCE, RSA), element(OCTETS, key));
    }

    /** A key in the form SEC 1. A key that does not name its curve becomes an invalid key. */
    static byte[] pkcs8OfEc(byte[] key) {
        return element(SEQUENCE, ZERO, element(SEQUENCE, EC, curve(key)), element(OCTETS, key));
    }

    private static byte[] curve(byte[] key) {
        int[] whole = content(key, 0);
        for (int at = whole[0]; at < whole[1];) {
            int[] part = content(key, at);
            if ((key[at] & 0xff) == CURVE) {
                return Arrays.copyOfRange(key, part[0], part[1]);
            }
            at = part[1];
        }
        return new byte[0];
    }

    /** Where the content of the element at this place starts and ends. Both are the end of damaged bytes. */
    private static int[] content(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return new int[] { bytes.length, bytes.length };
        }
        int first = bytes[at + 1] & 0xff;
        int digits = first < 0x80 ? 0 : first & 0x7f;
        int start = at + 2 + digits;
        if (digits > 2 || start > bytes.length) {
            return new int[] { bytes.length, bytes.length };
        }
        int length = digits == 0 ? first : 0;
        for (int i = 0; i < digits; i++) {
            length = (length << 8) | (bytes[at + 2 + i] & 0xff);
        }
        return new int[] { start, Math.min(bytes.length, start + length) };
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else {
            element.write(0x83);
            element.write(length >> 16);
            element.write(length >> 8);
            element.write(length);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}

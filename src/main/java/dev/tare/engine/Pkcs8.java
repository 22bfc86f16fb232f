package dev.tare.engine;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Wraps older forms of private keys into the form that Java reads. An invalid key has an invalid result, which Java
 * rejects.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5208">RFC 5208, PKCS #8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915, elliptic curve private key structure</a>
 */
final class Pkcs8 {

    private static final int SEQUENCE = 0x30;

    private static final int OCTETS = 0x04;

    /** The tag of the curve in a key of an elliptic curve. */
    private static final int PARAMETERS = 0xa0;

    private static final byte[] VERSION = { 2, 1, 0 };

    /** rsaEncryption, and its empty parameters. */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

    /** id-ecPublicKey. */
    private static final byte[] CURVE = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Pkcs8() {}

    /** Wraps a key in the form of PKCS #1. */
    static byte[] ofRsa(byte[] key) {
        return wrapped(RSA, key);
    }

    /** Wraps a key in the form of SEC 1, which names its curve. */
    static byte[] ofCurve(byte[] key) {
        return wrapped(joined(CURVE, curve(key)), key);
    }

    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, joined(VERSION, element(SEQUENCE, algorithm), element(OCTETS, key)));
    }

    /** The identifier of the curve: the content of the first element with its tag; empty without one. */
    private static byte[] curve(byte[] key) {
        int[] position = { 0 };
        if (header(key, position, SEQUENCE) < 0) {
            return new byte[0];
        }
        while (position[0] < key.length) {
            int tag = key[position[0]] & 0xff;
            int length = header(key, position, tag);
            if (length < 0 || length > key.length - position[0]) {
                return new byte[0];
            }
            if (tag == PARAMETERS) {
                return Arrays.copyOfRange(key, position[0], position[0] + length);
            }
            position[0] += length;
        }
        return new byte[0];
    }

    /** Moves the position behind the tag and the length of an element. Returns the length, or -1. */
    private static int header(byte[] der, int[] position, int tag) {
        int at = position[0];
        if (at + 1 >= der.length || (der[at] & 0xff) != tag) {
            return -1;
        }
        int first = der[at + 1] & 0xff;
        int bytes = first < 0x80 ? 0 : first - 0x80;
        if (bytes > 3 || at + 2 + bytes > der.length) {
            return -1;
        }
        int length = bytes == 0 ? first : 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | (der[at + 2 + i] & 0xff);
        }
        position[0] = at + 2 + bytes;
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x83);
            out.write(content.length >> 16);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}

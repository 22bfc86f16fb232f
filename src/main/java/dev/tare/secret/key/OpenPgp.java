package dev.tare.secret.key;

import java.util.Base64;

/**
 * Recognizes a secret key of OpenPGP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580">RFC 9580, OpenPGP</a>
 */
final class OpenPgp {

    private static final int CRC24_INIT = 0xb704ce;

    private static final int CRC24_POLY = 0x864cfb;

    private static final int SECRET_KEY = 5;

    private OpenPgp() {}

    /** Whether the first packet is a secret key and the checksum matches. New tools write no checksum. */
    static boolean isSecretKey(ArmoredText body) {
        byte[] content = body.content();
        return content.length > 64 && packet(content[0] & 0xff) == SECRET_KEY
                && (body.checksum().isEmpty() || body.checksum().equals(crc24(content)));
    }

    /** The kind of packet that begins with this byte, in the new or the old format; -1 for other bytes. */
    private static int packet(int head) {
        return switch (head >> 6) {
            case 3 -> head & 0x3f;
            case 2 -> (head >> 2) & 0xf;
            default -> -1;
        };
    }

    private static String crc24(byte[] content) {
        int crc = CRC24_INIT;
        for (byte octet : content) {
            crc ^= (octet & 0xff) << 16;
            for (int i = 0; i < 8; i++) {
                crc <<= 1;
                crc ^= (crc & 0x1000000) == 0 ? 0 : 0x1000000 | CRC24_POLY;
            }
        }
        return Base64.getEncoder().encodeToString(new byte[] { (byte) (crc >> 16), (byte) (crc >> 8), (byte) crc });
    }
}

package dev.tare.secret.key;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Walks over the entries of a keystore of Java's own formats, JKS and JCEKS. A key in it is always encrypted.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/specs/security/standard-names.html#keystore-types">Java
 *      Security Standard Algorithm Names, keystore types</a>
 */
final class JavaKeystore {

    private static final int JKS = 0xfeedfeed;

    private static final int JCEKS = 0xcececece;

    private static final int PRIVATE_KEY = 1;

    private static final int CERTIFICATE = 2;

    private static final int SECRET_KEY = 3;

    /** The first bytes of a serialized object. Keystores serialize secret keys. */
    private static final int SERIALIZED = 0xaced0005;

    /** A keystore ends with a SHA-1 digest. */
    private static final int SHA1_LENGTH = 20;

    private final byte[] bytes;

    private final ByteBuffer content;

    private final int magic;

    private final int version;

    private JavaKeystore(byte[] bytes, int length) {
        this.bytes = bytes;
        this.content = ByteBuffer.wrap(bytes, 0, length);
        this.magic = this.content.getInt();
        this.version = this.content.getInt();
    }

    /**
     * Whether the content is a keystore with a private or secret key. A private key counts only if the keystore is
     * valid to its last byte.
     */
    static boolean holdsKey(byte[] bytes, int length) {
        try {
            return new JavaKeystore(bytes, length).holdsKey();
        } catch (BufferUnderflowException ex) {
            return false;
        }
    }

    private boolean holdsKey() {
        if ((this.magic != JKS && this.magic != JCEKS) || (this.version != 1 && this.version != 2)) {
            return false;
        }
        boolean key = false;
        for (int entries = this.content.getInt(); entries > 0; entries--) {
            int tag = this.content.getInt();
            skip(this.content.getShort() & 0xffff);
            skip(Long.BYTES);
            if (tag == SECRET_KEY) {
                return this.magic == JCEKS && this.content.getInt() == SERIALIZED;
            }
            if (tag != CERTIFICATE && !(tag == PRIVATE_KEY && isKey())) {
                return false;
            }
            key |= tag == PRIVATE_KEY;
            skipCertificates(tag == CERTIFICATE ? 1 : this.content.getInt());
        }
        return key && this.content.remaining() == SHA1_LENGTH;
    }

    private boolean isKey() {
        int length = this.content.getInt();
        int start = this.content.position();
        skip(length);
        return PrivateKeys.isEncryptedPkcs8(Der.of(this.bytes, start, start + length));
    }

    private void skipCertificates(int count) {
        for (int i = 0; i < count; i++) {
            if (this.version == 2) {
                skip(this.content.getShort() & 0xffff);
            }
            skip(this.content.getInt());
        }
    }

    private void skip(int length) {
        if (length < 0 || length > this.content.remaining()) {
            throw new BufferUnderflowException();
        }
        this.content.position(this.content.position() + length);
    }
}

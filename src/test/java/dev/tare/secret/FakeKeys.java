package dev.tare.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.spec.IvParameterSpec;

/** Makes untrusted private keys in the forms that tools write. */
public final class FakeKeys {

    public static final PrivateKey RSA = generate("RSA", 2048);

    public static final PrivateKey EC = generate("EC", 256);

    private FakeKeys() {}

    /** PKCS#8, as most tools write keys today. */
    public static String pkcs8(PrivateKey key) {
        return pem("", key.getEncoded());
    }

    /** PKCS#1, the last value of PKCS#8. */
    public static String pkcs1() {
        return pem("RSA ", Arrays.copyOfRange(RSA.getEncoded(), 26, RSA.getEncoded().length));
    }

    /** RFC 5915, the last value of PKCS#8. */
    public static String sec1() {
        byte[] pkcs8 = EC.getEncoded();
        int start = 28;
        return pem("EC ", Arrays.copyOfRange(pkcs8, start, pkcs8.length));
    }

    /** As {@code openssl pkcs8 -topk8} writes them. */
    public static String encryptedPkcs8() {
        try {
            byte[] content = new byte[304];
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("AES");
            parameters.init(new IvParameterSpec(new byte[16]));
            return pem("ENCRYPTED ", new EncryptedPrivateKeyInfo(parameters, content).getEncoded());
        } catch (GeneralSecurityException | IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** As {@code openssl rsa -aes128} writes them in its own format. */
    public static String encryptedOfOpenSsl() {
        String[] lines = pkcs1().split("\n", 2);
        return lines[0] + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123\n\n" + lines[1];
    }

    /** As {@code ssh-keygen} writes them. */
    public static String openSsh(String cipher) {
        return openSsh(cipher, 300);
    }

    /** @param length of the decoded key in bytes */
    public static String openSsh(String cipher, int length) {
        ByteBuffer content = ByteBuffer.allocate(length);
        content.put("openssh-key-v1\0".getBytes(StandardCharsets.UTF_8))
                .putInt(cipher.length())
                .put(cipher.getBytes(StandardCharsets.UTF_8));
        return pem("OPENSSH ", content.array());
    }

    /** As {@code puttygen} writes them. */
    public static String putty(String encryption) {
        return "PuTTY-User-" + "Key-File-3: ssh-ed25519\r\nEncryption: " + encryption + "\r\nComment: me@host\r\n"
                + "Public-Lines: 2\r\nAAAAC3NzaC1lZDI1NTE5AAAA\r\nIAbcd\r\nPrivate-Lines: 1\r\nAAAAIAbcdefg\r\n"
                + "Private-MAC: 00\r\n";
    }

    /** As {@code gpg --export-secret-keys --armor} writes them: the head of a secret key packet, and more. */
    public static String pgp() {
        byte[] content = new byte[200];
        new Random(42).nextBytes(content);
        content[0] = (byte) 0xc5;
        String name = "PGP PRIVATE " + "KEY BLOCK-----";
        return "-----" + "BEGIN " + name + "\n\n"
                + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
                + "\n-----" + "END " + name + "\n";
    }

    /** PEM with this label before {@code PRIVATE KEY}. */
    public static String pem(String label, byte[] content) {
        String name = label + "PRIVATE KEY-----";
        return "-----" + "BEGIN " + name + "\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
                + "\n-----" + "END " + name + "\n";
    }

    private static PrivateKey generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }
}

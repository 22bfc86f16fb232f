package dev.tare.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Makes keystores with untrusted keys, and truststores with certificates of this machine's Java. */
public final class FakeKeystores {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final List<Certificate> CERTIFICATES = certificates();

    private FakeKeystores() {}

    /** A private key and its certificate among trusted certificates. */
    public static byte[] withPrivateKey(String type) {
        return store(type, store -> {
            trust(store);
            store.setKeyEntry("server", FakeKeys.EC, PASSWORD, new Certificate[] { CERTIFICATES.getFirst() });
        }, PASSWORD);
    }

    public static byte[] withSecretKey(String type) {
        return store(type, store -> {
            trust(store);
            store.setKeyEntry("secret", new SecretKeySpec(new byte[16], "AES"), PASSWORD, null);
        }, PASSWORD);
    }

    public static byte[] ofCertificates(String type) {
        return store(type, FakeKeystores::trust, PASSWORD);
    }

    /** PKCS#12 as OpenSSL writes it without encryption, with one bag of this kind in plain data. */
    public static byte[] pkcs12(int bag, byte[] content) {
        byte[] bags = der(0x30, der(0x30, object("2a864886f70d010c0a010" + bag), der(0xa0, content)));
        byte[] safes = der(0x30, data(bags));
        return der(0x30, new byte[] { 2, 1, 3 }, data(safes));
    }

    private static byte[] data(byte[] content) {
        return der(0x30, object("2a864886f70d010701"), der(0xa0, der(4, content)));
    }

    private static byte[] object(String hex) {
        return der(6, HexFormat.of().parseHex(hex));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.size() > 0x7f) {
            value.write(0x82);
            value.write(content.size() >> 8);
        }
        value.write(content.size());
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static void trust(KeyStore store) throws GeneralSecurityException {
        for (Certificate certificate : CERTIFICATES) {
            store.setCertificateEntry("trusted" + CERTIFICATES.indexOf(certificate), certificate);
        }
    }

    private static byte[] store(String type, Entries entries, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            entries.addTo(store);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            store.store(written, password);
            return written.toByteArray();
        } catch (GeneralSecurityException | IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static List<Certificate> certificates() {
        try (InputStream file =
                Files.newInputStream(Path.of(System.getProperty("java.home"), "lib/security/cacerts"))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(file, null);
            return Collections.list(store.aliases()).stream().limit(3).map(alias -> certificate(store, alias)).toList();
        } catch (GeneralSecurityException | IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static Certificate certificate(KeyStore store, String alias) {
        try {
            return store.getCertificate(alias);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Puts entries into a keystore. */
    private interface Entries {

        void addTo(KeyStore store) throws GeneralSecurityException;
    }
}

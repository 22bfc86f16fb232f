package dev.tare.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * The folder with the keys and certificates for an engine, as Docker's command expects it: {@code ca.pem}, {@code
 * cert.pem} and {@code key.pem}. Without the first file, Java's certificates count. Without the others, this client has
 * no certificate.
 *
 * @param folder {@code null} for none of the files
 */
record TlsFiles(@Nullable Path folder) {

    static final TlsFiles NONE = new TlsFiles(null);

    /** No one reads the key store, which stays in memory. */
    private static final char[] NO_PASSWORD = {};

    /**
     * A context that trusts the authority, and presents the client certificate.
     *
     * @throws EngineException if a file cannot be used
     */
    SSLContext context() throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(clientKey(), NO_PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException ex) {
            throw new IOException("TLS cannot be prepared: " + ex.getMessage(), ex);
        }
    }

    private @Nullable KeyStore authorities() throws GeneralSecurityException, IOException {
        Path file = file("ca.pem");
        if (file == null) {
            return null;
        }
        KeyStore store = emptyStore();
        for (X509Certificate certificate : PemFile.read(file).certificates()) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return store;
    }

    private KeyStore clientKey() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        Path certificate = file("cert.pem");
        Path key = file("key.pem");
        if (certificate != null && key != null) {
            List<X509Certificate> chain = PemFile.read(certificate).certificates();
            PrivateKey privateKey = PemFile.read(key).privateKey();
            store.setKeyEntry("client", privateKey, NO_PASSWORD, chain.toArray(Certificate[]::new));
        }
        return store;
    }

    private @Nullable Path file(String name) {
        Path file = this.folder == null ? null : this.folder.resolve(name);
        return file == null || Files.notExists(file) ? null : file;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

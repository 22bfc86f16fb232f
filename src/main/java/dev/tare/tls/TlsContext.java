package dev.tare.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/** Builds TLS contexts. */
final class TlsContext {

    /** The key store stays in memory. */
    private static final char[] PASSWORD = {};

    private TlsContext() {}

    /**
     * A context that trusts these authorities besides those that Java trusts.
     *
     * @param client the certificate to send to a server that asks for one, or {@code null}
     */
    static SSLContext trusting(List<X509Certificate> authorities, @Nullable ClientCertificate client) {
        try {
            if (authorities.isEmpty() && client == null) {
                return SSLContext.getDefault();
            }
            List<X509Certificate> trusted = new ArrayList<>(authorities);
            for (TrustManager manager : trust(null)) {
                if (manager instanceof X509TrustManager known) {
                    trusted.addAll(List.of(known.getAcceptedIssuers()));
                }
            }
            KeyStore store = emptyStore();
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry("authority-" + i, trusted.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(client == null ? null : keys(client), trust(store), null);
            return context;
        } catch (GeneralSecurityException | IOException ex) {
            throw new IllegalStateException("This Java has no TLS", ex);
        }
    }

    private static TrustManager[] trust(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(ClientCertificate client) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("client", client.key(), PASSWORD, client.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }
}

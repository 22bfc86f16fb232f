package dev.tare.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;

import dev.tare.tls.ClientCertificate;
import dev.tare.tls.InvalidPemException;
import dev.tare.tls.PemFile;
import dev.tare.tls.TlsContext;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the keys and certificates for an engine, as Docker's command expects it: {@code ca.pem}, {@code
 * cert.pem} and {@code key.pem}. Without the first file, only the authorities of Java count. Without the others, this
 * client has no certificate.
 *
 * @param folder {@code null} for none of the files
 */
record TlsFiles(@Nullable Path folder) {

    static final TlsFiles NONE = new TlsFiles(null);

    /**
     * A context that trusts the authority, and presents the client certificate.
     *
     * @throws InvalidPemException if a file cannot be used
     */
    SSLContext context() {
        Path authority = file("ca.pem");
        Path certificate = file("cert.pem");
        Path key = file("key.pem");
        List<X509Certificate> authorities = authority == null ? List.of() : PemFile.read(authority).certificates();
        return TlsContext.trusting(authorities,
                certificate == null || key == null ? null : ClientCertificate.read(certificate, key));
    }

    private @Nullable Path file(String name) {
        Path file = this.folder == null ? null : this.folder.resolve(name);
        return file == null || Files.notExists(file) ? null : file;
    }
}

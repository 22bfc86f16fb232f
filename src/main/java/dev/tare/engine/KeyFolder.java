package dev.tare.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;

import dev.tare.tls.InvalidPemException;
import dev.tare.tls.PemFile;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the keys and certificates for an engine, as Docker's command expects it: {@code ca.pem}, {@code
 * cert.pem} and {@code key.pem}. Without the first file, only the authorities of Java count. Without the others, this
 * client has no certificate.
 *
 * @param folder {@code null} for none of the files
 */
record KeyFolder(@Nullable Path folder) {

    static final KeyFolder NONE = new KeyFolder(null);

    /**
     * A context that trusts the authority, and presents the client certificate.
     *
     * @throws InvalidPemException if a file cannot be used
     */
    SSLContext context() {
        Path authority = file("ca.pem");
        return new TlsFiles(authority == null ? List.of() : List.of(authority), file("cert.pem"), file("key.pem"))
                .context(PemFile::read);
    }

    private @Nullable Path file(String name) {
        Path file = this.folder == null ? null : this.folder.resolve(name);
        return file == null || Files.notExists(file) ? null : file;
    }
}

package dev.tare.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

import dev.tare.tls.ClientCertificate;
import dev.tare.tls.PemFile;
import dev.tare.tls.TlsContext;
import org.jspecify.annotations.Nullable;

/**
 * PEM files for the connections to one server.
 *
 * @param authorities to trust besides those that Java trusts
 * @param certificate of this client, or {@code null}
 * @param key         of the certificate, or {@code null} without one
 */
record TlsFiles(List<Path> authorities, @Nullable Path certificate, @Nullable Path key) {

    static final TlsFiles NONE = new TlsFiles(List.of(), null, null);

    TlsFiles {
        authorities = List.copyOf(authorities);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    TlsFiles trusting(List<Path> further) {
        return new TlsFiles(Stream.concat(this.authorities.stream(), further.stream()).distinct().toList(),
                this.certificate, this.key);
    }

    /**
     * @param reading reads a file
     * @throws dev.tare.tls.InvalidPemException if a file cannot be used
     */
    SSLContext context(Function<Path, PemFile> reading) {
        return TlsContext.trusting(
                this.authorities.stream().flatMap(file -> reading.apply(file).certificates().stream()).toList(),
                this.certificate == null || this.key == null ? null
                        : ClientCertificate.of(reading.apply(this.certificate), reading.apply(this.key)));
    }
}

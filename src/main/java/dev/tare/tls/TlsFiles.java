package dev.tare.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * PEM files for the connections to one server.
 *
 * @param authorities to trust besides those that Java trusts
 * @param certificate of this client, or {@code null}
 * @param key         of the certificate, or {@code null} without one
 */
public record TlsFiles(List<Path> authorities, @Nullable Path certificate, @Nullable Path key) {

    /** No files: only the authorities that Java trusts, and no client certificate. */
    public static final TlsFiles NONE = new TlsFiles(List.of(), null, null);

    public TlsFiles {
        authorities = List.copyOf(authorities);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The same files, with further authorities. */
    public TlsFiles trusting(List<Path> further) {
        return new TlsFiles(Stream.concat(this.authorities.stream(), further.stream()).distinct().toList(),
                this.certificate, this.key);
    }

    /**
     * A context with the content of the files.
     *
     * @param reading reads a file
     * @throws InvalidPemException if a file cannot be used
     */
    public SSLContext context(Function<Path, PemFile> reading) {
        return TlsContext.trusting(
                this.authorities.stream().flatMap(file -> reading.apply(file).certificates().stream()).toList(),
                this.certificate == null || this.key == null ? null
                        : ClientCertificate.of(reading.apply(this.certificate), reading.apply(this.key)));
    }
}

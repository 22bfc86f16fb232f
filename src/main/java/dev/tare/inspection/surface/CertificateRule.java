package dev.tare.inspection.surface;

import java.util.Set;
import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;

/** Certificates of trusted authorities: the bundles for users of OpenSSL, and Java's own. */
final class CertificateRule implements SurfaceRule {

    private static final Set<String> BUNDLES = Set.of("etc/ssl/certs/ca-certificates.crt",
            "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "etc/pki/tls/certs/ca-bundle.crt",
            "etc/ssl/ca-bundle.pem", "etc/ssl/cert.pem");

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return files.entries()
                .filter(FileEntry::isFile)
                .filter(file -> file.size() > 0)
                .filter(file -> BUNDLES.contains(file.path()) || file.fileName().equals("cacerts"))
                .map(file -> SurfaceItem.of(SurfaceKind.CA_CERTIFICATES, file));
    }
}

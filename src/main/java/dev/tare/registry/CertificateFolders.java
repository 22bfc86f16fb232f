package dev.tare.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.tls.TlsFiles;

/**
 * The folders {@code certs.d} of Docker and of the containers tools. They have a folder for each registry, with {@code
 * *.crt} for authorities, and {@code *.cert} with {@code *.key} for a client certificate.
 *
 * @see <a href="https://github.com/containers/image/blob/v5.36.2/docs/containers-certs.d.5.md">containers-certs.d</a>
 */
final class CertificateFolders {

    private static final int MAX_FILES = 100;

    private static final String CERTIFICATE = ".cert";

    private static final String KEY = ".key";

    private final List<Path> folders;

    CertificateFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The folders of this user and of this machine. */
    static CertificateFolders of(Path home) {
        return new CertificateFolders(List.of(home.resolve(".config/containers/certs.d"),
                home.resolve(".config/docker/certs.d"), Path.of("/etc/containers/certs.d"),
                Path.of("/etc/docker/certs.d")));
    }

    /**
     * The files of the first folder for a registry. Its name is that in references, so it has the port if the reference has
     * one.
     *
     * @throws RegistryException if the folder cannot be read, or a client certificate and its key are not both there
     */
    TlsFiles find(ImageReference image, String host) {
        return this.folders.stream()
                .map(folder -> folder.resolve(host))
                .filter(Files::isDirectory)
                .findFirst()
                .map(folder -> read(image, folder))
                .orElse(TlsFiles.NONE);
    }

    private static TlsFiles read(ImageReference image, Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> files = listed.limit(MAX_FILES).sorted().toList();
            List<Path> keys = files.stream().filter(file -> file.toString().endsWith(KEY)).toList();
            List<Path> certificates = files.stream().filter(file -> file.toString().endsWith(CERTIFICATE)).toList();
            requireBoth(image, certificates, CERTIFICATE, KEY);
            requireBoth(image, keys, KEY, CERTIFICATE);
            return new TlsFiles(files.stream().filter(file -> file.toString().endsWith(".crt")).toList(),
                    certificates.isEmpty() ? null : certificates.getFirst(),
                    certificates.isEmpty() ? null : other(certificates.getFirst(), CERTIFICATE, KEY));
        } catch (IOException ex) {
            throw RegistryException.invalid(image,
                    "the folder \"" + folder + "\" with its certificates cannot be read. "
                            + "Allow the user that runs Tare to read it.");
        }
    }

    private static void requireBoth(ImageReference image, List<Path> files, String end, String otherEnd) {
        for (Path file : files) {
            Path other = other(file, end, otherEnd);
            if (!Files.isRegularFile(other)) {
                throw RegistryException.invalid(image, "\"" + file + "\" has no \"" + other.getFileName()
                        + "\" next to it. A client certificate needs both; authorities have names with .crt.");
            }
        }
    }

    private static Path other(Path file, String end, String otherEnd) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - end.length()) + otherEnd);
    }
}

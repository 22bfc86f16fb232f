package dev.tare.build;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.tare.fixture.Certificates;
import dev.tare.fixture.FreePort;

/** A real registry on this machine: Debian's docker-registry with a separate folder. Closing stops it. */
public record LocalRegistry(Process process, int port, Path log) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static LocalRegistry start(Path folder) throws IOException, InterruptedException {
        return start(folder, folder.resolve("storage"), "");
    }

    /**
     * Starts a registry with the images of another one.
     *
     * @param storage the folder with the images
     * @param auth    the section {@code auth} of the configuration, or nothing
     */
    public static LocalRegistry start(Path folder, Path storage, String auth)
            throws IOException, InterruptedException {
        return start(folder, storage, auth, "");
    }

    /**
     * Starts a registry over HTTPS, with the images of another registry.
     *
     * @param needsClientCertificate whether clients need a certificate of the same authority
     */
    public static LocalRegistry start(Path folder, Path storage, Certificates certificates,
            boolean needsClientCertificate) throws IOException, InterruptedException {
        return start(folder, storage, "", ", tls: {certificate: '%s', key: '%s'%s}".formatted(
                certificates.serverCertificate(), certificates.serverKey(),
                needsClientCertificate ? ", clientcas: ['" + certificates.authority() + "']" : ""));
    }

    private static LocalRegistry start(Path folder, Path storage, String auth, String tls)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = FreePort.find();
        Path configuration = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: '%s'}, delete: {enabled: true}}
                http: {addr: '127.0.0.1:%d'%s}
                %s
                """.formatted(storage, port, tls, auth));
        LocalRegistry registry = new LocalRegistry(serve(configuration, folder.resolve("registry.log")), port,
                folder.resolve("registry.log"));
        try {
            registry.awaitAnswer();
            return registry;
        } catch (IOException | InterruptedException | RuntimeException ex) {
            registry.close();
            throw ex;
        }
    }

    public String reference(String image) {
        return "127.0.0.1:%d/%s".formatted(this.port, image);
    }

    String manifest(String name, String tag) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/v2/%s/manifests/%s".formatted(name, tag));
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The registry has no %s:%s: %s".formatted(name, tag, response.body()));
        }
        return response.body();
    }

    @Override
    public void close() {
        this.process.destroy();
        try {
            if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                this.process.destroyForcibly();
            }
        } catch (InterruptedException ex) {
            this.process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A registry over HTTPS rejects a request over HTTP, which is an answer too. */
    private void awaitAnswer() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
            if (!this.process.isAlive()) {
                break;
            }
            try {
                get("/v2/");
                return;
            } catch (IOException ex) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("docker-registry does not answer:\n" + Files.readString(this.log));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(this.port, path));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/vnd.docker.distribution.manifest.v2+json")
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static Process serve(Path configuration, Path log) throws IOException {
        try {
            return new ProcessBuilder("docker-registry", "serve", configuration.toString()).redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException ex) {
            throw new IOException("This test needs docker-registry, which dev/verify installs: " + ex.getMessage(), ex);
        }
    }
}

package dev.tare.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * An image that was fetched from a registry and loaded into the engine. The engine may run on another machine, which
 * cannot reach the registry. Closing removes the image.
 *
 * @param reference in a form that other tests clean up if this one is killed
 */
record PulledImage(String reference, Path folder) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    static PulledImage pull(String source, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        PulledImage image = new PulledImage(
                "tare-under-test:pulled-%d-%s".formatted(Instant.now().getEpochSecond(), UUID.randomUUID()), folder);
        String archive = folder.resolve("pulled.tar").toString();
        image.output("skopeo", "copy", "--src-tls-verify=false", "docker://" + source,
                "docker-archive:%s:%s".formatted(archive, image.reference));
        image.output("docker", "load", "--input", archive);
        return image;
    }

    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--network", "none",
                "--read-only", "--label", "dev.tare.under-test=true", this.reference));
        command.addAll(List.of(arguments));
        return output(command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        try {
            output("docker", "rmi", this.reference);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private String output(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(this.folder, "output", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
            }
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }

}

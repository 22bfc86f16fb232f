package dev.tare.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Facts about an image from the engine's command, which the client library does not provide.
 */
final class EngineCommand {

    /**
     * The paths that an engine adds to every container.
     */
    static final Set<String> OF_THE_ENGINE = Set.of(".dockerenv", "dev", "dev/console", "dev/pts", "dev/shm",
            "etc/hostname", "etc/hosts", "etc/mtab", "etc/resolv.conf", "proc", "sys");

    private EngineCommand() {}

    /**
     * The sizes of an image's layers in bytes, the lowest first, without steps that have no layer.
     */
    static List<Long> layerSizes(String reference) throws IOException {
        List<Long> sizes = output("docker", "history", "--human=false", "--format", "{{.Size}}", reference).lines()
                .map(Long::valueOf)
                .toList();
        return sizes.reversed().stream().filter(size -> size > 0).toList();
    }

    /**
     * The file tree of a container of the image, without the paths that the engine adds.
     */
    static SortedMap<String, ExportedEntry> export(String reference) throws IOException {
        String container = output("docker", "create", "--label", "dev.tare.test=export", reference).strip();
        try {
            return withoutTheEngines(exportOf(container));
        } finally {
            output("docker", "rm", container);
        }
    }

    static void load(Path archive) throws IOException {
        output("docker", "load", "--input", archive.toString());
    }

    static void remove(String reference) throws IOException {
        output("docker", "rmi", "--force", reference);
    }

    private static SortedMap<String, ExportedEntry> exportOf(String container) throws IOException {
        Process process = start("docker", "export", container);
        SortedMap<String, ExportedEntry> entries = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(process.getInputStream())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName().replaceAll("/$", ""), ExportedEntry.read(entry, tar, entries));
            }
        }
        return entries;
    }

    private static SortedMap<String, ExportedEntry> withoutTheEngines(SortedMap<String, ExportedEntry> entries) {
        entries.keySet().removeAll(OF_THE_ENGINE);
        return entries;
    }

    private static String output(String... command) throws IOException {
        Process process = start(command);
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "%s ended with status %d".formatted(String.join(" ", command), process.exitValue()));
            }
            return text;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + Stream.of(command).toList(), ex);
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

}

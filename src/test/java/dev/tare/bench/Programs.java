package dev.tare.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/** Runs other programs, and {@code tare} as one, whose output nobody wants. */
final class Programs {

    /** As {@code -Xlog:gc} says how much of the heap was used before and after a collection. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private static final Pattern MOST_RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private static final Duration POLL = Duration.ofMillis(5);

    /** A heap that is too small by little leads to one collection after another for long before it is an error. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path jar;

    Programs(Path jar) {
        this.jar = jar;
    }

    /** Runs a shell's command on each of the files, one after another; {@code $f} is the file. */
    static void forEach(List<Path> files, String command) throws IOException, InterruptedException {
        List<String> script = List.of("sh", "-c", "set -e; for f; do " + command + "; done", "sh");
        require(start(Stream.concat(script.stream(), files.stream().map(Path::toString)).toList()));
    }

    /** Makes something of what a shell's command puts out; {@code $f} is the file. */
    static <T> T read(Path file, String command, Reading<T> reading) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("bash", "-c", "set -eo pipefail; f=$1; " + command, "bash", file.toString())
                        .redirectError(Redirect.DISCARD)
                        .start();
        T read;
        try (InputStream out = process.getInputStream()) {
            read = reading.read(out);
        }
        require(process);
        return read;
    }

    /** The digest of what a shell's command puts out; {@code $f} is the file. */
    static Digest digest(Path file, String command) throws IOException, InterruptedException {
        return read(file, command, out -> {
            DigestInputStream measured = new DigestInputStream(out, Digest.newSha256());
            measured.transferTo(OutputStream.nullOutputStream());
            return Digest.ofSha256(measured.getMessageDigest().digest());
        });
    }

    /** Runs {@code tare inspect} as people do. */
    void inspect(Path image) throws IOException, InterruptedException {
        require(start(List.of(java(), "-jar", this.jar.toString(), "inspect", image.toString())));
    }

    /** What {@code tare inspect} takes of memory with a heap of at most so many MB; {@code null} if that is too few. */
    @Nullable
    Memory memory(Path image, int heap) throws IOException, InterruptedException {
        Path log = Files.createTempFile("gc", ".log");
        try {
            Process process = start(List.of(java(), "-Xmx" + heap + "m", "-Xlog:gc:file=" + log, "-jar",
                    this.jar.toString(), "inspect", image.toString()));
            long resident = 0;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!process.waitFor(POLL) && System.nanoTime() < end) {
                resident = Math.max(resident, mostResident(process).orElse(0));
            }
            return process.destroyForcibly().waitFor() == 0
                    ? new Memory(most(log, match -> Long.parseLong(match.group(1))),
                            most(log, match -> Long.parseLong(match.group(2))), resident)
                    : null;
        } finally {
            Files.delete(log);
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
    }

    private static void require(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(process.info().commandLine().orElse("A program") + " ended with status "
                    + process.exitValue());
        }
    }

    /** The most memory that a process had resident so far, in MB of 2²⁰ bytes, where the system tells. */
    private static OptionalLong mostResident(Process process) {
        try {
            String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
            return MOST_RESIDENT.matcher(status)
                    .results()
                    .mapToLong(match -> Long.parseLong(match.group(1)) >> 10)
                    .findFirst();
        } catch (IOException ex) {
            return OptionalLong.empty();
        }
    }

    private static long most(Path log, ToLongFunction<MatchResult> figure) {
        try {
            return COLLECTION.matcher(Files.readString(log)).results().mapToLong(figure).max().orElse(0);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }

    /** Reads what a program puts out, to its end. */
    @FunctionalInterface
    interface Reading<T> {

        T read(InputStream out) throws IOException;
    }

    /**
     * What a process took, in MB of 2²⁰ bytes.
     *
     * @param peak     of the heap, what is no longer needed included
     * @param live     the most that was left of the heap after a collection
     * @param resident of the whole process
     */
    record Memory(long peak, long live, long resident) {}
}

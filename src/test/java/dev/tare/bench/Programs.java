package dev.tare.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.TareApplication;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/** Runs other programs and {@code tare}, and discards their output. */
final class Programs {

    /** The used heap before a collection or one of its steps, in the output of {@code -Xlog:gc}. */
    private static final Pattern BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(");

    /** Only full collections count. The others collect only a part of the heap, or have just begun. */
    private static final Pattern AFTER_FULL_COLLECTION = Pattern.compile("Pause Full.*->(\\d+)M\\(");

    private static final Pattern MOST_RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private static final Duration POLL = Duration.ofMillis(5);

    /** A heap that is slightly too small leads to many collections for a long time before it is an error. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A full collection takes most of a second, and the needed heap changes slowly. */
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofMillis(300);

    /** {@code dev/tare} starts the command with these options: its class path and its AOT cache. */
    private final List<String> options;

    /** @param options a file with an option per line */
    Programs(Path options) throws IOException {
        this.options = Files.readAllLines(options);
    }

    /** Runs a shell command on each of the files, one after another. {@code $f} is the file. */
    static void forEach(List<Path> files, String command) throws IOException, InterruptedException {
        List<String> script = List.of("sh", "-c", "set -e; for f; do " + command + "; done", "sh");
        require(start(Stream.concat(script.stream(), files.stream().map(Path::toString)).toList()));
    }

    /** Converts the output of a shell command. {@code $f} is the file. */
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

    /** The digest of the output of a shell command. {@code $f} is the file. */
    static Digest digest(Path file, String command) throws IOException, InterruptedException {
        return read(file, command, out -> {
            DigestInputStream measured = new DigestInputStream(out, Digest.newSha256());
            measured.transferTo(OutputStream.nullOutputStream());
            return Digest.ofSha256(measured.getMessageDigest().digest());
        });
    }

    /** Runs {@code tare inspect} like a user who has never inspected this image. */
    void inspect(String image) throws IOException, InterruptedException {
        tare(Map.of(), "inspect", "--no-cache", image);
    }

    /** Runs {@code tare inspect} while another program runs. The other program must end first. */
    void inspectBeside(List<String> other, String image) throws IOException, InterruptedException {
        Process process = start(other);
        try {
            inspect(image);
            if (process.isAlive()) {
                throw new IllegalStateException(String.join(" ", other) + " takes longer than tare inspect");
            }
            require(process);
        } finally {
            process.destroy();
        }
    }

    /** Runs Tare like a user. */
    void tare(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        run(environment, command(List.of(), arguments));
    }

    /** Runs Spring Boot's executable jar. */
    static void jar(Path jar, String... arguments) throws IOException, InterruptedException {
        run(Map.of(), Stream.concat(Stream.of(java("java"), "-jar", jar.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private String[] command(List<String> further, String... arguments) {
        return Stream.of(List.of(java("java")), this.options, further, List.of(TareApplication.class.getName()),
                List.of(arguments)).flatMap(List::stream).toArray(String[]::new);
    }

    /** Runs a program to its end. */
    static void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        require(builder.start());
    }

    /** The memory of {@code tare inspect} with a heap of at most this many MB; {@code null} if it is too small. */
    @Nullable
    Memory memory(Path image, int heap) throws IOException, InterruptedException {
        Path log = Files.createTempFile("gc", ".log");
        try {
            AtomicLong resident = new AtomicLong();
            boolean enough = watch(inspect(image, heap, log),
                    process -> resident.accumulateAndGet(mostResident(process).orElse(0), Math::max));
            long peak = most(log, BEFORE_COLLECTION);
            return enough && watch(inspect(image, heap, log), Programs::collect)
                    ? new Memory(peak, most(log, AFTER_FULL_COLLECTION), resident.get())
                    : null;
        } finally {
            Files.delete(log);
        }
    }

    private Process inspect(Path image, int heap, Path log) throws IOException {
        return start(List.of(command(List.of("-Xmx" + heap + "m", "-Xlog:gc:file=" + log), "inspect", "--no-cache",
                image.toString())));
    }

    /** Repeats an action until a process ends. Returns whether the process succeeded in time. */
    private static boolean watch(Process process, Watch watch) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!process.waitFor(POLL) && System.nanoTime() < end) {
            watch.look(process);
        }
        return process.destroyForcibly().waitFor() == 0;
    }

    /** Makes a Java process, if it still runs, release its unused heap. */
    private static void collect(Process process) throws IOException, InterruptedException {
        start(List.of(java("jcmd"), String.valueOf(process.pid()), "GC.run")).waitFor();
        process.waitFor(BETWEEN_COLLECTIONS);
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

    /** The maximum resident memory of a process so far, in MB of 2²⁰ bytes, if the system reports it. */
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

    private static long most(Path log, Pattern figure) throws IOException {
        return figure.matcher(Files.readString(log))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .max()
                .orElse(0);
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Observes a process while it runs. */
    @FunctionalInterface
    private interface Watch {

        void look(Process process) throws IOException, InterruptedException;
    }

    /** Reads the output of a program to its end. */
    @FunctionalInterface
    interface Reading<T> {

        T read(InputStream out) throws IOException;
    }

    /**
     * The memory of a process, in MB of 2²⁰ bytes.
     *
     * @param peak     of the heap, unused objects included
     * @param live     the maximum of the needed heap, measured by full collections at many moments
     * @param resident of the whole process
     */
    record Memory(long peak, long live, long resident) {}
}

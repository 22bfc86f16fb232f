package dev.tare.source.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An external program that writes images. */
record Tool(String name, Path folder) {

    private static final int SECONDS = 120;

    /** Runs the program. Fails with its output unless it succeeds in time. */
    void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(this.name), Stream.of(arguments)).toList();
        Path log = this.folder.resolve(this.name + ".log");
        Process process = start(command, log);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end within " + SECONDS + " seconds");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + Files.readString(log, UTF_8));
        }
    }

    private static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException ex) {
            throw new AssertionError("This test needs the program \"" + command.getFirst()
                    + "\", which cannot be started. \"dev/verify\" installs it where it can.", ex);
        }
    }
}

package dev.tare.registry.login;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs programs that store credentials, such as {@code docker-credential-pass}. Only {@code PATH} leads to them.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers/blob/v0.9.3/README.md#development">The protocol of
 *      credential helpers</a>
 */
final class CredentialHelper {

    private static final String PREFIX = "docker-credential-";

    /** Without separators of paths, so that the name leads to no other folder. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");

    private static final List<String> ENDS = File.separatorChar == '/' ? List.of("") : List.of(".exe");

    private static final String NOT_FOUND = "credentials not found in native keychain";

    /** The user of a secret that is an identity token. */
    private static final String TOKEN_USER = "<token>";

    private static final int MAX_OUTPUT = 1 << 16;

    private static final int MAX_MESSAGE = 300;

    private final List<Path> folders;

    private final Duration limit;

    /**
     * @param path  the value of {@code PATH}, or {@code null}
     * @param limit the time that a program may take
     */
    CredentialHelper(@Nullable String path, Duration limit) {
        this.folders = Arrays.stream(Objects.requireNonNullElse(path, "").split(File.pathSeparator))
                .flatMap(CredentialHelper::folder)
                .toList();
        this.limit = limit;
    }

    /**
     * Asks a program for the credentials of a registry.
     *
     * @param name the end of the program's name
     * @return {@code null} if the program has none
     * @throws LoginException if the program is missing, fails, takes too long, or answers something else
     */
    @Nullable
    Credentials get(String name, String registry, Deadline deadline) {
        deadline.check();
        if (!NAME.matcher(name).matches()) {
            throw new LoginException(registry, "the name of its credential helper, \"" + name
                    + "\", has other characters than letters, digits, \".\", \"_\" and \"-\". Correct it.");
        }
        Path program = find(name);
        if (program == null) {
            throw new LoginException(registry, "its credential helper " + PREFIX + name + " is in no folder of PATH. "
                    + "Install it, or remove it from \"credsStore\" and \"credHelpers\" and log in again.");
        }
        try {
            Process process = new ProcessBuilder(program.toString(), "get").start();
            try {
                return answer(process, registry, PREFIX + name, deadline);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException ex) {
            throw new LoginException(registry, "its credential helper " + PREFIX + name + " cannot be run ("
                    + ex.getMessage() + ").");
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Waiting for credentials was interrupted"));
        }
    }

    private @Nullable Credentials answer(Process process, String registry, String helper, Deadline deadline)
            throws InterruptedException {
        long end = System.nanoTime() + Math.min(this.limit.toNanos(), Math.max(0, deadline.nanosLeft()));
        FutureTask<byte[]> output = reading(process.getInputStream());
        FutureTask<byte[]> errors = reading(process.getErrorStream());
        ask(process, LoginKey.server(registry));
        try {
            byte[] answer = output.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (answer.length > MAX_OUTPUT) {
                throw new LoginException(registry, "its credential helper " + helper + " prints more than "
                        + MAX_OUTPUT + " bytes.");
            }
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() == 0) {
                return parse(answer, registry, helper);
            }
            String printed = text(answer);
            if (printed.equals(NOT_FOUND)) {
                return null;
            }
            byte[] written = errors.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            throw new LoginException(registry, "its credential helper " + helper + " fails with the exit status "
                    + process.exitValue() + problem(printed, text(written)) + ". Log in again.");
        } catch (TimeoutException ex) {
            deadline.check();
            throw new LoginException(registry, "its credential helper " + helper + " does not end within "
                    + this.limit.toSeconds() + " seconds. It may wait for a person: unlock its store first.");
        } catch (ExecutionException ex) {
            throw new LoginException(registry, "the output of its credential helper " + helper + " cannot be read.");
        }
    }

    /** A helper that needs no input may have ended before. */
    private static void ask(Process process, String server) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((server + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException ex) {
            // Its output decides.
        }
    }

    /** Reads at most one byte more than allowed. */
    private static FutureTask<byte[]> reading(InputStream in) {
        FutureTask<byte[]> task = new FutureTask<>(() -> {
            try (in) {
                return in.readNBytes(MAX_OUTPUT + 1);
            }
        });
        Thread.ofVirtual().start(task);
        return task;
    }

    private static Credentials parse(byte[] answer, String registry, String helper) {
        JsonNode document = RegistryJson.parse(answer);
        String user = document == null ? null : RegistryJson.text(document, "Username");
        String secret = document == null ? null : RegistryJson.text(document, "Secret");
        if (secret == null) {
            throw new LoginException(registry, "its credential helper " + helper + " prints no JSON object with "
                    + "\"Username\" and \"Secret\". Log in again.");
        }
        boolean isToken = TOKEN_USER.equals(user);
        return new Credentials(user == null || isToken ? "" : user, secret, isToken);
    }

    /** Helpers print errors on standard output. What looks like an answer may have a secret. */
    private static String problem(String printed, String written) {
        return Stream.of(printed.contains("{") ? "" : printed, written)
                .filter(text -> !text.isEmpty())
                .map(text -> ": " + (text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…"))
                .findFirst()
                .orElse("");
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8).strip();
    }

    private @Nullable Path find(String name) {
        return this.folders.stream()
                .flatMap(folder -> ENDS.stream().map(end -> folder.resolve(PREFIX + name + end)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElse(null);
    }

    /** A relative folder would depend on the current one. */
    private static Stream<Path> folder(String text) {
        try {
            return Stream.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException ex) {
            return Stream.empty();
        }
    }
}

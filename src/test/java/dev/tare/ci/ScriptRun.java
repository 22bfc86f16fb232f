package dev.tare.ci;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.TareApplication;

import static java.util.stream.Collectors.joining;

/**
 * The result of a shell script.
 *
 * @param output standard output and standard error
 */
record ScriptRun(int status, String output) {

    /** The script that writes the comment. */
    static final Path COMMENT = Path.of("docs/ci/comment").toAbsolutePath();

    /** Variables that select a forge or Tare, which a CI job that runs the tests may have. */
    private static final Pattern FOREIGN = Pattern.compile("(GITHUB|CI|COMMENT|PULL|TARE|CHANGE)_.*");

    /**
     * Runs a command.
     *
     * @param folder      the working folder, whose programs come first
     * @param environment further variables
     */
    static ScriptRun of(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> FOREIGN.matcher(name).matches());
        builder.environment().putAll(environment);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("TARE_CACHE", "none");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ScriptRun(process.waitFor(), output);
    }

    /** Writes a program in shell. */
    static void program(Path folder, String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * Writes a program that runs the real command from the class path of this test.
     *
     * @param before lines of shell that come first
     */
    static void realTare(Path folder, String name, String... before) throws IOException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(joining(File.pathSeparator));
        program(folder, name, """
                %s
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s "$@"
                """.formatted(String.join("\n", before), System.getProperty("java.home"),
                classPath, TareApplication.class.getName()));
    }

    /** The variables of a pull request of GitHub. */
    static Map<String, String> github(Forge forge) {
        return new HashMap<>(Map.of("GITHUB_API_URL", forge.address(), "GITHUB_REPOSITORY", "team/app", "PULL_REQUEST",
                "7", "COMMENT_TOKEN", Forge.TOKEN));
    }

    /** The variables of a merge request of GitLab. */
    static Map<String, String> gitlab(Forge forge) {
        return new HashMap<>(Map.of("CI_API_V4_URL", forge.address(), "CI_MERGE_REQUEST_PROJECT_ID", "3",
                "CI_MERGE_REQUEST_IID", "7", "COMMENT_TOKEN", Forge.TOKEN));
    }
}

package dev.tare.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the sources in a separate folder, built by the Maven that runs the tests.
 */
final class ImageBuild {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path folder;

    private ImageBuild(Path folder) {
        this.folder = folder;
    }

    static ImageBuild of(Path folder) throws IOException {
        Path project = Path.of("").toAbsolutePath();
        copy(project.resolve("src/main"), folder.resolve("src/main"));
        Files.copy(project.resolve("pom.xml"), folder.resolve("pom.xml"));
        return new ImageBuild(folder);
    }

    /** Adds a constant at the end of a class, so that only the bytes of this class change. */
    void change(String sourceFile) throws IOException {
        Path file = this.folder.resolve("src/main/java").resolve(sourceFile);
        String source = Files.readString(file);
        int end = source.lastIndexOf('}');
        Files.writeString(file, source.substring(0, end) + "    static final long CHANGED = 1;\n}\n");
    }

    /** Builds both flavours and returns them by name. */
    Map<String, BuiltImage> run() throws IOException, InterruptedException {
        maven(Map.of(), "-Pimages", "package");
        return images();
    }

    /**
     * Builds both flavours as archives, and returns them by name. Also pushes them to a registry without TLS, for the same
     * single platform, with their names as tags.
     */
    Map<String, BuiltImage> push(String repository, Map<String, String> environment)
            throws IOException, InterruptedException {
        maven(environment, "-Pimages,slim", "-P!platforms", "package", "jib:build", "-Dimage=" + repository + ":slim",
                "-Djib.allowInsecureRegistries=true");
        maven(environment, "-Pdistroless", "-P!platforms", "jib:build", "-Dimage=" + repository + ":distroless",
                "-Djib.allowInsecureRegistries=true");
        return images();
    }

    /** The archive of a flavour. */
    Path archive(String flavour) {
        return this.folder.resolve("target/images/tare-" + flavour + ".tar");
    }

    private Map<String, BuiltImage> images() throws IOException {
        Path images = this.folder.resolve("target/images");
        return Map.of("slim", BuiltImage.read(images, "slim"), "distroless", BuiltImage.read(images, "distroless"));
    }

    private void maven(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path log = this.folder.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).directory(this.folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .put("MAVEN_OPTS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + property("maven.user.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("The build in " + this.folder + " failed:\n" + Files.readString(log));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(String... arguments) {
        String launcher = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("maven.home"), "bin", launcher).toString());
        command.addAll(List.of("-B", "-q", "-ntp", "-Dmaven.test.skip=true", "-DskipChecks"));
        command.addAll(List.of(arguments));
        command.add("-Dmaven.repo.local=" + property("maven.repo.local"));
        command.addAll(bases());
        return command;
    }

    /** The arguments of this build that replace base images. Surefire sets them as system properties. */
    private static List<String> bases() {
        Properties properties = System.getProperties();
        return properties.stringPropertyNames()
                .stream()
                .filter(name -> name.startsWith("base.") || name.equals("jib.from.platforms"))
                .sorted()
                .map(name -> "-D" + name + "=" + properties.getProperty(name))
                .toList();
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property " + name + " is missing: run this test by Maven (failsafe sets it)");
        }
        return value;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file))));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}

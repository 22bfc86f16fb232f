package dev.tare.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.tare.fixture.Folders;

/** Writes an AOT cache of the JVM (JEP 483 and 514). Maven runs this program when it packages Tare with {@code -Daot}. */
final class AotCache {

    /** What the recording and every use of the cache must have in common. */
    private static final List<String> COMMON = List.of("--enable-native-access=ALL-UNNAMED");

    /** The JVM does not write to standard output, where reports are. It runs without the cache if it cannot use it. */
    private static final List<String> USE = List.of("-Xlog:all=off:stdout", "-Xlog:all=warning:stderr",
            "-Xlog:aot*=off:stderr", "-Xlog:cds*=off:stderr");

    /** With profiles of methods (JEP 515), C2 compiles so much at once that a command of a few seconds takes longer. */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private static final String NAME = "tare.aot";

    /** The modification time that Jib gives each file. The JVM compares it with that of the recording. */
    private static final FileTime JIB_TIME = FileTime.from(Instant.ofEpochSecond(1));

    /** Of the environment of the build. Its options for a JVM would not fit, and the image must not see its secrets. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "TMPDIR");

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private AotCache() {}

    /**
     * @param args {@code command FOLDER} or {@code service FOLDER}, where Spring Boot has extracted the application, or
     *             {@code image FLAVOUR PLATFORMS BUILD}, where BUILD is Maven's build folder
     */
    public static void main(String... args) throws Exception {
        switch (args[0]) {
            case "command" -> extracted(Path.of(args[1]).toAbsolutePath(), "command", NAME);
            case "service" -> extracted(Path.of(args[1]).toAbsolutePath(), "service", "service.aot");
            case "image" -> image(args[1], args[2], Path.of(args[3]).toAbsolutePath());
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** For the JVM of the build. */
    private static void extracted(Path folder, String work, String name) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        train(List.of(java), Map.of(), folder.resolve("tare.jar").toString(), work, folder.resolve(name));
    }

    /** The folder {@code layer} becomes the last layer. Its options are empty if there is no cache for the platform. */
    private static void image(String flavour, String platforms, Path build) throws Exception {
        Path folder = build.resolve("aot").resolve(flavour);
        Path layer = Files.createDirectories(folder.resolve("layer"));
        if (!platforms.equals(platformOfThisMachine())) {
            System.out
                    .println("[WARNING] " + flavour + ": no AOT cache, because this machine (" + platformOfThisMachine()
                            + ") cannot run the image's JVM (" + platforms + ")");
            Files.writeString(layer.resolve("aot.options"), "");
            return;
        }
        Path plain = folder.resolve("plain.tar");
        if (!Files.exists(plain)) {
            System.out.println("[INFO] " + flavour + ": no AOT cache, because this build leaves this image out");
            return;
        }
        try (ImageFiles image = ImageFiles.extract(plain, folder.resolve("root"))) {
            Path jar = image.root().resolve("app/classpath/tare.original.jar");
            Files.createDirectories(jar.getParent());
            Files.copy(build.resolve("tare.jar.original"), jar, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(jar, JIB_TIME);
            train(image.java(), image.environment(), jar + image.libraries(), "service", layer.resolve(NAME));
        }
        List<String> options = new ArrayList<>(USE);
        options.add("-XX:AOTCache=/app/" + NAME);
        Files.write(layer.resolve("aot.options"), options);
    }

    private static String platformOfThisMachine() {
        String architecture = System.getProperty("os.arch");
        return System.getProperty("os.name").toLowerCase(Locale.ROOT) + "/"
                + (architecture.equals("aarch64") ? "arm64" : architecture);
    }

    /** Records and then writes, because the JVM could not start the second program of an image itself. */
    private static void train(List<String> java, Map<String, String> environment, String classPath, String work,
            Path cache) throws Exception {
        Path folder = Files.createDirectory(cache.getParent().resolveSibling("training-" + work));
        try (TrainingImages images = TrainingImages.in(folder)) {
            Path configuration = folder.resolve("recording");
            Path written = folder.resolve(NAME);
            List<String> record = new ArrayList<>(work.equals("command") ? WITHOUT_PROFILES : List.of());
            Collections.addAll(record, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration, "-cp", classPath,
                    "dev.tare.Training", work, images.archive().toString(), images.name());
            run(folder, environment, java, record);
            run(folder, environment, java, List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + configuration,
                    "-XX:AOTCache=" + written, "-cp", classPath));
            run(folder, environment, java, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + written, "-cp", classPath,
                    "dev.tare.TareApplication", "--version"));
            Files.move(written, cache, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(Path folder, Map<String, String> environment, List<String> java, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.of(java, COMMON, arguments).flatMap(List::stream).toList();
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().putAll(environment);
        builder.environment().put("TARE_CACHE", "none");
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES);
        int status = process.destroyForcibly().waitFor();
        if (!ended || status != 0) {
            List<String> lines = Files.readAllLines(log);
            throw new IllegalStateException("status " + status + " of " + String.join(" ", command) + "\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
        }
    }
}

package dev.tare.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tare.TareApplication;
import dev.tare.attack.Pod;
import dev.tare.fixture.FreePort;

/**
 * Measures starts of the service until its first page, and its memory then, with options of the JVM and of Spring. Every
 * round starts each variant once. All variants have the options of the images and the limits of the Kubernetes manifest,
 * but only some let the C2 compiler start later.
 */
final class StartBench {

    private static final int ROUNDS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long POLL_MILLIS = 10;

    private static final List<String> TRIMMED =
            List.of("-XX:TrimNativeHeapInterval=1000");

    private static final List<String> TIGHT_HEAP = List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

    private final Map<Boolean, List<String>> options;

    private final Rounds rounds = new Rounds();

    private final Map<String, List<Long>> resident = new LinkedHashMap<>();

    /** @param options those of the image, and the limits */
    private StartBench(List<String> options) {
        this.options = options.stream().collect(Collectors.partitioningBy(Pod::startsC2Later));
    }

    /**
     * Runs all measurements.
     *
     * @param arguments the folder with the extracted application and its cache {@code service.aot}, and Tare's executable
     *                  jar
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        StartBench bench = new StartBench(Pod.read().javaOptions());
        bench.addAll(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.print(bench.run());
    }

    private void addAll(Path folder, Path jar) throws IOException {
        List<String> jars = List.of("-cp", folder.resolve("tare.jar").toString());
        List<String> cached = join(List.of("-XX:AOTCache=" + folder.resolve("service.aot")), jars);
        List<String> classes = List.of("-cp", "target/classes:" + folder.resolve("lib") + "/*");
        List<String> laterC2 = this.options.get(true);
        List<String> main = List.of(TareApplication.class.getName());
        add("`java -jar tare.jar`", List.of("-jar", jar.toString()));
        add("jars on the class path", join(jars, main));
        add("classes in a folder, and jars", join(classes, main));
        add("jars, compact object headers", join(List.of("-XX:+UseCompactObjectHeaders"), jars, main));
        add("jars, later C2", join(laterC2, jars, main));
        add("AOT cache", join(cached, main));
        add("AOT cache, later C2 (as in the images)", join(laterC2, cached, main));
        add("AOT cache, C1 alone", join(List.of("-XX:TieredStopAtLevel=1"), cached, main));
        add("AOT cache, beans at their first use",
                join(cached, main, List.of("--spring.main.lazy-initialization=true")));
        add("AOT cache, `malloc` trimmed each second", join(TRIMMED, cached, main));
        add("AOT cache, tight heap", join(TIGHT_HEAP, cached, main));
        add("AOT cache, tight heap, later C2, `malloc` trimmed", join(TIGHT_HEAP, laterC2, TRIMMED, cached, main));
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private void add(String name, List<String> program) {
        List<Long> sizes = new ArrayList<>();
        this.resident.put(name, sizes);
        this.rounds.add(name, () -> start(program, sizes));
    }

    private String run() throws Exception {
        Map<String, Double> seconds = this.rounds.medians(ROUNDS);
        double jar = seconds.values().iterator().next();
        double memory = median(this.resident.values().iterator().next());
        BenchTable table = new BenchTable("start", "first page", "relative", "resident", "relative");
        seconds.forEach((name, time) -> table.row(name, text("%.2f s", time), text("%.2f", time / jar),
                text("%.0f MiB", median(this.resident.get(name)) / (1 << 20)),
                text("%.2f", median(this.resident.get(name)) / memory)));
        return table + "\n\n" + Machine.describe(ROUNDS) + "\n";
    }

    /** Starts the service, and ends it after its first page. */
    private double start(List<String> program, List<Long> sizes) throws Exception {
        int port = FreePort.find();
        List<String> command = join(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                this.options.get(false),
                program, List.of("--server.port=" + port, "--server.address=127.0.0.1", "--management.server.port=0",
                        "--management.server.address=127.0.0.1"));
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            awaitPage(client, URI.create("http://127.0.0.1:" + port + "/"), process, command);
            double seconds = (System.nanoTime() - before) / 1e9;
            sizes.add(residentBytes(process));
            return seconds;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void awaitPage(HttpClient client, URI page, Process process, List<String> command)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (client.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofByteArray())
                        .statusCode() == 200) {
                    return;
                }
            } catch (IOException ex) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        throw new IllegalStateException("No page from " + String.join(" ", command));
    }

    private static long residentBytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))
                .stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    private static double median(List<Long> sizes) {
        long[] sorted = sizes.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

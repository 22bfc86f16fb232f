package dev.tare.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.tare.TareApplication;
import dev.tare.fixture.FreePort;
import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service reads images by name under its network policy, from the jar and from the layout of the image. */
class PackagedServiceIT {

    private static final Path JAR = Path.of("target/tare.jar");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static LocalRegistry registry;

    private Process service;

    private int port;

    @BeforeAll
    static void push() throws Exception {
        registry = LocalRegistry.start(folder.resolve("registry"));
        for (String tag : List.of("1", "2")) {
            Path layout = folder.resolve("layout-" + tag);
            ImageBuilder.anImage("").layer(layer -> layer.file("name", tag)).writeOciLayout(layout);
            Process copy = new ProcessBuilder("skopeo", "copy", "--insecure-policy", "--dest-tls-verify=false",
                    "oci:" + layout, "docker://" + registry.reference("shop:" + tag)).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("copy.log").toFile())
                    .start();
            assertThat(copy.waitFor()).as(Files.readString(folder.resolve("copy.log"))).isZero();
        }
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (this.service != null) {
            this.service.destroy();
            if (!this.service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                this.service.destroyForcibly();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void registryOfThisMachineIsRefused(boolean fromJar) throws Exception {
        start(fromJar);
        for (String host : List.of("127.0.0.1", "localhost")) {
            JsonNode problem = compare(host + ":" + registry.port()).at("/images/0/problem");
            assertThat(problem.path("rule").asString()).as(host).isEqualTo("registry-refused");
            assertThat(problem.path("message").asString()).contains("tare.registries.internal");
        }
        assertThat(Files.readString(registry.log())).doesNotContain("Tare");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void listedRegistryIsRead(boolean fromJar) throws Exception {
        String listed = "localhost:" + registry.port();
        start(fromJar, "--tare.registries.internal=" + listed, "--tare.registries.allowed=" + listed);
        assertThat(compare(listed).path("status").asString()).isEqualTo("done");
        JsonNode other = compare("127.0.0.1:" + registry.port()).at("/images/0/problem");
        assertThat(other.path("message").asString()).contains("tare.registries.allowed");
    }

    @Test
    void serveWithNamesComparesThemAtTheStart() throws Exception {
        String host = "127.0.0.1:" + registry.port();
        start(true, "--tare.registries.internal=" + host, host + "/shop:1", host + "/shop:2");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/comparisons")).contains("/shop:1", "/shop:2"));
        assertThat(get("/")).contains("Preloaded images");
    }

    /** Compares two images, and returns the job after its end. */
    private JsonNode compare(String host) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/api/comparisons"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"images\":[\"%1$s/shop:1\",\"%1$s/shop:2\"]}".formatted(host)))
                .build();
        String job = JsonMapper.shared()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .path("href")
                .asString();
        await().atMost(PATIENCE).until(() -> !get(job).matches("(?s).*\"status\":\"(waiting|running)\",\"position.*"));
        return JsonMapper.shared().readTree(get(job));
    }

    private String get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString()).body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + this.port + path);
    }

    private void start(boolean fromJar, String... arguments) throws Exception {
        this.port = FreePort.find();
        Path log = Files.createTempFile(folder, "service", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(fromJar ? List.of("-jar", JAR.toString())
                : List.of("-cp", layout(), TareApplication.class.getName()));
        command.addAll(List.of("serve", "--server.port=" + this.port));
        command.addAll(List.of(arguments));
        this.service = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            assertThat(this.service.isAlive()).as(Files.readString(log)).isTrue();
            return get("/readyz").contains("UP");
        });
    }

    /** The class path of the image: folders with classes, and jars beside them. */
    private static String layout() throws IOException {
        Path app = folder.resolve("app");
        if (Files.notExists(app)) {
            try (ZipFile jar = new ZipFile(JAR.toFile())) {
                for (ZipEntry entry : jar.stream().filter(each -> each.getName().startsWith("BOOT-INF/")).toList()) {
                    Path target = app.resolve(entry.getName());
                    Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                    if (!entry.isDirectory()) {
                        try (InputStream content = jar.getInputStream(entry)) {
                            Files.copy(content, target);
                        }
                    }
                }
            }
        }
        return app.resolve("BOOT-INF/classes") + ":" + app.resolve("BOOT-INF/lib/*");
    }
}

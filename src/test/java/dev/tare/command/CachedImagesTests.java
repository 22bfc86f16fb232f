package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CachedImagesTests {

    private static final Path GENUINE = Path.of("src/test/resources/genuine");

    @TempDir
    private static Path folder;

    @TempDir
    private Path caches;

    /** The report has every fact of an inspection. */
    @ParameterizedTest
    @MethodSource("images")
    void reportOfKnownLayersIsTheSame(Path image) throws IOException {
        CommandRun fresh = CommandRun.of("inspect", image, "--format", "json");
        CommandRun first = CommandRun.with(cache(), "inspect", image, "--format", "json");
        long written = layers().size();
        CommandRun known = CommandRun.with(cache(), "inspect", image, "--format", "json");
        assertThat(first).isEqualTo(fresh);
        assertThat(known).isEqualTo(fresh);
        assertThat(fresh.status()).isZero();
        assertThat(written).isPositive();
        assertThat(layers()).hasSize((int) written);
        assertThat(CommandRun.with(cache(), "files", image, "--format", "json"))
                .isEqualTo(CommandRun.of("files", image, "--format", "json"));
    }

    static Stream<Path> images() throws IOException {
        Path layout = folder.resolve("layout");
        Path docker = folder.resolve("docker.tar");
        image().writeOciLayout(layout);
        Files.write(docker, image().asDockerArchive(DockerForm.ENGINE_20));
        try (Stream<Path> genuine = Files.list(GENUINE)) {
            return Stream.concat(genuine.filter(file -> file.toString().endsWith(".tar")).sorted().toList().stream(),
                    Stream.of(layout, docker));
        }
    }

    private static ImageBuilder image() {
        byte[] jar = new JarBuilder().pom("g", "a", "1").pom("g", "shaded", "2").entry("A.class", "a").toJar();
        return ImageBuilder.anImage("app:1")
                .layer(layer -> layer.file("etc/os-release", "ID=debian\nVERSION_ID=13\n")
                        .file("etc/passwd", "root:x:0:0::/root:/bin/sh\n")
                        .file("var/lib/dpkg/status",
                                "Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n")
                        .file("var/lib/dpkg/info/a.list", "/usr/bin/sh\n")
                        .file("usr/bin/sh", "sh", 04755)
                        .file("tmp/hidden", "hidden"))
                .layer(layer -> layer.file("app/a.jar", jar)
                        .file("app/broken.jar", "PK")
                        .file("app/node_modules/b/package.json", "{\"name\":\"b\",\"version\":\"1\"}")
                        .file("root/.npmrc", "//registry.example.com/:_password=c2VjcmV0LXNlY3JldA==\n")
                        .file("app/start", "#!/bin/sh\n", 0755)
                        .whiteout("tmp/hidden"));
    }

    @Test
    void comparisonOfKnownImagesIsTheSame() throws IOException {
        Path before = image().writeOciLayout(this.caches.resolve("before"));
        Path after = image().layer(layer -> layer.file("new", "x")).writeOciLayout(this.caches.resolve("after"));
        CommandRun fresh = CommandRun.of("compare", before, after, "--format", "json");
        CommandRun.with(cache(), "inspect", before);
        assertThat(CommandRun.with(cache(), "compare", before, after, "--format", "json")).isEqualTo(fresh);
        assertThat(layers()).hasSize(3);
        assertThat(CommandRun.with(cache(), "compare", before, after, "--format", "json")).isEqualTo(fresh);
    }

    @Test
    void noCacheReadsAndWritesNothing() throws IOException {
        CommandRun.with(cache(), "inspect", docker(), "--no-cache");
        assertThat(this.caches.resolve("tare")).doesNotExist();
    }

    @Test
    void aTokenInAPathIsNotWritten() throws IOException {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        Path image = Files.write(this.caches.resolve("planted.tar"), ImageBuilder.anImage("app:1")
                .layer(layer -> layer.file("srv/" + token, "a"))
                .layer(layer -> layer.file("srv/config", "token=" + token))
                .asDockerArchive());
        CommandRun run = CommandRun.with(cache(), "inspect", image, "--details");
        assertThat(run.status()).isZero();
        assertThat(layers()).singleElement()
                .satisfies(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(token.substring(6, 20)));
        assertThat(CommandRun.with(cache(), "inspect", image, "--details")).isEqualTo(run);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutAUsableHomeThereIsNoCacheAndNoMessage() throws IOException {
        for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of("HOME", "/proc"))) {
            CommandRun run = CommandRun.with(environment, "inspect", docker());
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(CommandRun.with(environment, "cache").out()).contains("no cache");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTheUserNamesMustBeUsable() throws IOException {
        CommandRun run = CommandRun.with(Map.of("TARE_CACHE", "/proc/tare"), "inspect", docker());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("/proc/tare", "TARE_CACHE", "--no-cache", "written: ");
        CommandRun cache = CommandRun.with(Map.of("TARE_CACHE", "/proc/tare"), "cache");
        assertThat(cache.err()).contains("/proc/tare", "TARE_CACHE").doesNotContain("--no-cache");
        assertThat(CommandRun.with(Map.of("TARE_CACHE", "/proc/tare"), "inspect", docker(), "--no-cache").status())
                .isZero();
    }

    @Test
    void aHomeThatOthersCanWriteIsReportedAndNotUsed() throws IOException {
        Path tare = Files.createDirectories(this.caches.resolve("tare"));
        Files.setPosixFilePermissions(tare, PosixFilePermissions.fromString("rwxrwxrwx"));
        CommandRun run = CommandRun.with(cache(), "inspect", docker());
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("other users can write", tare.toString());
        CommandRun cache = CommandRun.with(cache(), "cache");
        assertThat(cache.err()).contains("other users can write");
        assertThat(cache.out()).contains("no cache").doesNotContain("home");
        assertThat(layers()).isEmpty();
    }

    @Test
    void anInvalidSizeIsAnError() throws IOException {
        CommandRun run = CommandRun.with(Map.of("TARE_CACHE", this.caches.toString(), "TARE_CACHE_SIZE", "much"),
                "inspect", docker());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("TARE_CACHE_SIZE", "much");
    }

    @Test
    void cacheShowsAndClearsTheFolder() throws IOException {
        CommandRun.with(cache(), "inspect", docker());
        assertThat(CommandRun.with(cache(), "cache").out()).contains(this.caches.resolve("tare/layers").toString(),
                "layers  2", "of 1.07 GB");
        assertThat(CommandRun.with(cache(), "cache", "--clear").out()).contains("layers  0");
        assertThat(layers()).isEmpty();
    }

    private Map<String, String> cache() {
        return Map.of("XDG_CACHE_HOME", this.caches.toString());
    }

    private Path docker() throws IOException {
        return Files.write(this.caches.resolve("image.tar"), image().asDockerArchive());
    }

    private List<Path> layers() throws IOException {
        Path layers = this.caches.resolve("tare/layers");
        if (!Files.isDirectory(layers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layers)) {
            return files.toList();
        }
    }
}

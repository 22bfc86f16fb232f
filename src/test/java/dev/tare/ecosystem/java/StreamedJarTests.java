package dev.tare.ecosystem.java;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

import dev.tare.ecosystem.java.JarContents.NestedJar;
import dev.tare.ecosystem.java.JarContents.UnreadJar;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.ZipBytes;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A jar gives the same result when it streams by as in memory. */
class StreamedJarTests {

    private static final long MOST = 1 << 20;

    private static final byte[] INNER = new JarBuilder().manifest("Implementation-Version: 2")
            .pom("g", "inner", "2")
            .pom("g", "shaded", "1")
            .entry("g/Inner.class", "inner")
            .toJar();

    @ParameterizedTest
    @MethodSource("drawn")
    void drawnJarIsReadAlikeBothWays(JarBuilder drawn) throws IOException {
        byte[] jar = drawn.toJar();
        assertThat(JarWays.streamed("app/a-1.0.jar", jar)).isEqualTo(JarWays.inMemory("app/a-1.0.jar", jar));
        assertThat(JarWays.streamed("app/a-1.0.jar", jar).jar().fingerprint()).isNotNull();
    }

    static Stream<JarBuilder> drawn() {
        JarBuilder poms = new JarBuilder();
        JarBuilder folders = new JarBuilder();
        for (int i = 0; i < 1002; i++) {
            poms.pom("g", "a" + i, "1");
            folders.entry(i + "/", "");
        }
        byte[] deep = INNER;
        for (int i = 0; i < 6; i++) {
            deep = new JarBuilder().entry("in.jar", deep).toJar();
        }
        return Stream.of(new JarBuilder(), new JarBuilder().pom("g", "a", "1"),
                new JarBuilder().manifest("Implementation-Title: x", "Implementation-Vendor-Id: g"),
                new JarBuilder().stored("lib/inner-2.jar", INNER).entry("web.war", INNER).entry("C.class", "c"),
                new JarBuilder().entry("z.jar", INNER).stored("a.jar", INNER).entry("z.jar/x", "").manifest("A: 1"),
                new JarBuilder().stored("broken.jar", new byte[] { 1, 2, 3 }).entry("none.jar", ""),
                new JarBuilder().entry("META-INF/maven/g/large/pom.properties", new byte[17 << 10]),
                new JarBuilder().entry("META-INF/MANIFEST.MF", new byte[2 << 20]),
                new JarBuilder().entry("large.txt", new byte[1 << 20]).pom("h", "b", "2"),
                new JarBuilder().entry("deep.ear", deep), folders, poms,
                new JarBuilder().overlapping("i.jar", INNER, 6000));
    }

    /** Many build tools made these jars. */
    @Test
    void jarsOfTheClassPathAreReadAlikeBothWays() throws IOException {
        List<Path> jars = classPath().stream().filter(path -> path.toFile().length() < MOST).toList();
        assertThat(jars).hasSizeGreaterThan(50);
        for (Path path : jars) {
            byte[] jar = Files.readAllBytes(path);
            JarContents streamed = JarWays.streamed(path.toString(), jar);
            assertThat(streamed).as(path.toString()).isEqualTo(JarWays.inMemory(path.toString(), jar));
            assertThat(streamed.unread()).as(path.toString()).isEmpty();
        }
    }

    @Test
    void bootJarIsReadAlikeBothWays() throws IOException {
        byte[] jar = bootJar(Zip64Mode.AsNeeded);
        JarContents streamed = JarWays.streamed("app.jar", jar);
        assertThat(streamed).isEqualTo(JarWays.inMemory("app.jar", jar));
        assertThat(streamed.unread()).isEmpty();
        assertThat(streamed.nested()).hasSizeGreaterThan(20)
                .allSatisfy(nested -> assertThat(nested.path())
                        .startsWith("!/BOOT-INF/lib/"));
        assertThat(streamed.jar().coordinates().groupId()).isEqualTo("org.example");
    }

    @Test
    void bootJarBehindAStartScriptIsReadAlikeBothWays() throws IOException {
        byte[] script = "#!/bin/bash\nexec java -jar \"$0\"\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        byte[] jar = bootJar(Zip64Mode.AsNeeded);
        byte[] executable = concat(script, jar);
        JarContents streamed = JarWays.streamed("app.jar", executable);
        assertThat(streamed).isEqualTo(JarWays.inMemory("app.jar", executable));
        assertThat(streamed).isEqualTo(JarWays.streamed("app.jar", jar));
    }

    @Test
    void zip64JarIsReadAlikeBothWays() throws IOException {
        byte[] jar = bootJar(Zip64Mode.Always);
        assertThat(JarWays.streamed("app.jar", jar)).isEqualTo(JarWays.inMemory("app.jar", jar));
        assertThat(JarWays.streamed("app.jar", jar)).isEqualTo(JarWays.streamed("app.jar", bootJar(Zip64Mode.Never)));
    }

    @Test
    void jarOfTheJarToolIsReadAlikeBothWays(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("in/lib"));
        Files.createDirectories(folder.resolve("in/META-INF/maven/g/a"));
        Files.writeString(folder.resolve("in/META-INF/maven/g/a/pom.properties"), "groupId=g\nartifactId=a\nversion=1");
        Files.writeString(folder.resolve("in/empty.txt"), "");
        Files.write(folder.resolve("in/lib/inner-2.jar"), INNER);
        for (String options : List.of("cf", "cf0")) {
            Path made = folder.resolve(options + ".jar");
            assertThat(ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(new PrintStream(OutputStream.nullOutputStream()),
                            System.err, options, made.toString(), "-C", folder.resolve("in").toString(), "."))
                    .isZero();
            byte[] jar = Files.readAllBytes(made);
            JarContents streamed = JarWays.streamed("a-1.jar", jar);
            assertThat(streamed).isEqualTo(JarWays.inMemory("a-1.jar", jar));
            assertThat(streamed.unread()).isEmpty();
            assertThat(streamed.nested()).extracting(NestedJar::path).containsExactly("!/lib/inner-2.jar");
        }
    }

    @Test
    void entriesAreFoundInAnyOrderOfTheDirectory() throws IOException {
        byte[] jar = new JarBuilder().entry("b.jar", INNER).pom("g", "b", "1").stored("a.jar", INNER).toJar();
        byte[] turned = new ZipBytes(jar).reversed().toBytes();
        JarContents streamed = JarWays.streamed("b.jar", turned);
        assertThat(streamed).isEqualTo(JarWays.inMemory("b.jar", turned));
        assertThat(streamed.nested()).extracting(NestedJar::path).containsExactly("!/a.jar", "!/b.jar");
    }

    @Test
    void entryThatTheDirectoryDoesNotListDoesNotCount() throws IOException {
        byte[] jar = new JarBuilder().entry("hidden.jar", INNER).pom("g", "hidden", "1").pom("g", "b", "1").toJar();
        byte[] without = new ZipBytes(jar).without("hidden.jar")
                .without("META-INF/maven/g/hidden/pom.properties")
                .toBytes();
        JarContents streamed = JarWays.streamed("x.jar", without);
        assertThat(streamed).isEqualTo(JarWays.inMemory("x.jar", without));
        assertThat(streamed.nested()).isEmpty();
        assertThat(streamed.jar().libraries()).extracting(ShadedLibrary::artifactId).containsExactly("b");
        assertThat(streamed.unread()).isEmpty();
    }

    @Test
    void entryThatIsListedUnderAnotherNameIsReportedAsUnread() throws IOException {
        byte[] jar = new JarBuilder().entry("lib/one.jar", INNER).entry("lib/two.jar", INNER).toJar();
        byte[] renamed = new ZipBytes(jar).renamed("lib/one.jar", "lib/eno.jar").toBytes();
        JarContents streamed = JarWays.streamed("a.jar", renamed);
        assertThat(streamed.nested()).extracting(NestedJar::path).containsExactly("!/lib/two.jar");
        assertThat(streamed.unread())
                .containsExactly(
                        new UnreadJar("!/lib/eno.jar", "Not a readable jar: an entry does not match the directory."));
    }

    /**
     * A jar in the form of Spring Boot, which writes to a stream: nested jars are stored, and the sizes of all other
     * entries follow their content.
     */
    private static byte[] bootJar(Zip64Mode mode) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(jar)) {
            zip.setUseZip64(mode);
            put(zip, "META-INF/", new byte[0]);
            put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Title: app\n\n".getBytes());
            put(zip, "META-INF/maven/org.example/app/pom.properties",
                    "groupId=org.example\nartifactId=app\nversion=1\n".getBytes());
            put(zip, "BOOT-INF/classes/App.class", new byte[10_000]);
            for (Path path : classPath().subList(0, 30)) {
                store(zip, "BOOT-INF/lib/" + path.getFileName(), Files.readAllBytes(path));
            }
            put(zip, "BOOT-INF/classpath.idx", new byte[0]);
        }
        return jar.toByteArray();
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        put(zip, new ZipArchiveEntry(name), content);
    }

    private static void store(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        put(zip, entry, content);
    }

    private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> JarFileName.isJar(path.toString()) && Files.isRegularFile(path))
                .toList();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

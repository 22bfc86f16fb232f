package dev.tare.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.MemoryRegistry;

/**
 * An image of the kind that Tare mostly reads: a Debian base, a Java runtime and an application of jars. The recording
 * reads it from an archive and from a registry.
 */
record TrainingImages(Path archive, String name, MemoryRegistry registry) implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private static final List<String> RUNTIME = List.of("release", "bin/java", "lib/modules", "lib/libjava.so",
            "lib/libnet.so", "lib/security/cacerts");

    private static final String PACKAGES = """
            Package: bash
            Status: install ok installed
            Version: 5.2.37-2
            Architecture: amd64
            Installed-Size: 7162
            Depends: base-files (>= 2.1.12), debianutils (>= 5.6-0.1)

            Package: libc6
            Status: install ok installed
            Source: glibc
            Version: 2.41-12
            Architecture: amd64
            Installed-Size: 13000
            """;

    static TrainingImages in(Path folder) throws IOException {
        ArchiveBuilder layout = ImageBuilder.anImage("training:1")
                .layer(TrainingImages::debian)
                .layer(TrainingImages::java)
                .layer(TrainingImages::application)
                .ociLayout();
        MemoryRegistry registry = new MemoryRegistry();
        String name = registry.push("training", "1", layout);
        return new TrainingImages(layout.writeTar(folder.resolve("training.tar")), name, registry);
    }

    @Override
    public void close() {
        this.registry.close();
    }

    private static void debian(LayerBuilder layer) {
        layer.file("etc/os-release", "ID=debian\nVERSION_ID=13\nPRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\n")
                .file("etc/passwd", "root:x:0:0:root:/root:/bin/bash\n")
                .file("etc/group", "root:x:0:\n")
                .file("var/lib/dpkg/status", PACKAGES)
                .file("var/lib/dpkg/info/bash.list", "/.\n/usr/bin/bash\n")
                .file("var/lib/dpkg/info/bash.md5sums", "d41d8cd98f00b204e9800998ecf8427e  usr/bin/bash\n")
                .file("usr/bin/bash", "#!", 0755)
                .file("usr/bin/su", "#!", 04755)
                .symlink("bin", "usr/bin")
                .file("usr/share/doc/bash/copyright", "License: GPL-3+\n")
                .file("usr/share/i18n/locales/de_DE", "LC_IDENTIFICATION\n");
        for (int i = 0; i < 2000; i++) {
            layer.file("usr/share/zoneinfo/Zone/" + i, "TZif" + i);
        }
    }

    private static void java(LayerBuilder layer) {
        RUNTIME.forEach(file -> add(layer, "opt/java/" + file, JAVA.resolve(file)));
    }

    /** The jars of this program's own class path. */
    private static void application(LayerBuilder layer) {
        Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(path -> path.endsWith(".jar"))
                .limit(40)
                .map(Path::of)
                .forEach(jar -> add(layer, "app/libs/" + jar.getFileName(), jar));
    }

    private static void add(LayerBuilder layer, String path, Path file) {
        if (Files.isRegularFile(file)) {
            try {
                layer.file(path, Files.readAllBytes(file), 0755);
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
    }
}

package dev.tare.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
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

    /** The text of a copyright file in Debian's format, with the kinds of statements that are usual there. */
    private static final String COPYRIGHT = """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

            Files: *
            Copyright: 2026 Authors
            License: GPL-2+ with OpenSSL exception or LGPL-2.1+

            Files: lib/*
            License: BSD-3-clause and Expat
            """;

    private static final String BILL = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6",
             "metadata": {"component": {"type": "application", "name": "training", "version": "1"}},
             "components": [{"type": "library", "group": "org.example", "name": "library", "version": "1.0",
              "purl": "pkg:maven/org.example/library@1.0", "licenses": [{"license": {"id": "Apache-2.0"}}],
              "hashes": [{"alg": "SHA-256", "content":
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}]}
            """;

    static TrainingImages in(Path folder) throws IOException {
        ArchiveBuilder layout = ImageBuilder.anImage("training:1")
                .layer(TrainingImages::debian)
                .layer(TrainingImages::java)
                .layer(TrainingImages::application)
                .config(config -> config.user("65532:65532")
                        .env("PATH=/opt/java/bin:/usr/bin:/bin", "LANG=C.UTF-8")
                        .entrypoint("java", "-XX:MaxRAMPercentage=65", "-cp", "@/app/jib-classpath-file",
                                "org.example.Main")
                        .workingDir("/app")
                        .exposedPorts("8080/tcp")
                        .label("org.opencontainers.image.title", "training"))
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
                .file("usr/share/doc/bash/copyright", COPYRIGHT)
                .file("usr/share/i18n/locales/de_DE", "LC_IDENTIFICATION\n");
        for (int i = 0; i < 2000; i++) {
            layer.file("usr/share/zoneinfo/Zone/" + i, "TZif" + i);
        }
    }

    private static void java(LayerBuilder layer) {
        RUNTIME.forEach(file -> add(layer, "opt/java/" + file, JAVA.resolve(file)));
    }

    /** An application as Jib builds it, with a bill of materials, and with the jars of this program's own class path. */
    private static void application(LayerBuilder layer) {
        layer.file("app/META-INF/sbom/application.cdx.json", BILL)
                .file("app/jib-classpath-file", "/app/libs/*")
                .file("app/libs/training.jar", new JarBuilder().pom("org.example", "training", "1")
                        .entry("META-INF/sbom/application.cdx.json", BILL)
                        .toJar());
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

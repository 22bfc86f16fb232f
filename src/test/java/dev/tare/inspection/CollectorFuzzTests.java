package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Collected;
import dev.tare.content.reader.ContentReader;
import dev.tare.ecosystem.apk.ApkEcosystem;
import dev.tare.ecosystem.dpkg.DpkgEcosystem;
import dev.tare.ecosystem.go.GoEcosystem;
import dev.tare.ecosystem.java.JarWays;
import dev.tare.ecosystem.java.JavaEcosystem;
import dev.tare.ecosystem.node.NodeEcosystem;
import dev.tare.ecosystem.python.PythonEcosystem;
import dev.tare.ecosystem.rpm.RpmEcosystem;
import dev.tare.ecosystem.ruby.RubyEcosystem;
import dev.tare.filetree.FileEntry;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.ZipBytes;
import dev.tare.image.InvalidImageException;
import dev.tare.inspection.system.SystemReader;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever lies where a collector looks, the collector makes something of it or nothing, or it is an
 * {@link InvalidImageException}; and what it makes can be counted. An image that has it there is inspected, or is one
 * too.
 */
class CollectorFuzzTests {

    /** Each text is given to every collector that reads text. */
    @MethodSource("text")
    @FuzzTest
    void text(byte[] content) throws IOException {
        collect(new DpkgEcosystem(), "var/lib/dpkg/status", content);
        collect(new ApkEcosystem(), "lib/apk/db/installed", content);
        collect(new SystemReader(), "etc/os-release", content);
        collect(new JavaEcosystem(), "opt/java/release", content);
        collect(new SystemReader(), "etc/passwd", content);
        collect(new SystemReader(), "etc/group", content);
        collect(new SystemReader(), "etc/shadow", content);
        inspect(content, "var/lib/dpkg/status", "lib/apk/db/installed", "etc/os-release", "opt/java/release",
                "etc/passwd", "etc/group", "etc/shadow");
    }

    static Stream<byte[]> text() {
        return Stream.of("""
                Package: libc6
                Status: install ok installed
                Installed-Size: 12
                Source: glibc (2.41)
                Architecture: amd64
                Version: 2.41-12
                Description: C
                 more

                Package: a


                Package: b
                """, """
                C:Q1
                P:musl
                V:1.2.5-r9
                A:x86_64
                S:1
                I:667648
                o:musl
                F:lib
                R:ld.so

                P:a

                """, """
                PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
                ID=debian
                VERSION_ID='13'
                # c
                NAME="a\\"b"
                """, """
                IMPLEMENTOR="Eclipse Adoptium"
                JAVA_VERSION="25.0.3"
                JAVA_RUNTIME_VERSION="25.0.3+9"
                MODULES="java.base java.logging"
                """, """
                root:x:0:0:root:/root:/bin/bash
                nonroot:x:65532:65532::/home/nonroot:/sbin/nologin
                daemon:*:1::::::
                adm:x:4:a,b
                """, """
                root:x:0:
                adm:x:4:root,syslog
                +:::
                nogroup:*:4294967295:
                """, """
                root:$y$j9T$salt$hash:19000:0:99999:7:::
                daemon:*:19000:0:99999:7:::
                app:!$6$salt$hash:19000::::::
                open::19000::::::
                # none
                """).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each text is given to every collector that reads the metadata of single packages, or lists of their files. */
    @MethodSource("packages")
    @FuzzTest
    void packages(byte[] content) throws IOException {
        collect(new NodeEcosystem(), "app/node_modules/a/package.json", content);
        collect(new PythonEcosystem(), "usr/lib/python3/dist-packages/a-1.dist-info/METADATA", content);
        collect(new DpkgEcosystem(), "var/lib/dpkg/info/a.list", content);
        collect(new GoEcosystem(), "app/a.exe", content);
        collect(new RubyEcosystem(), "gems/specifications/a-1.gemspec", content);
        inspect(content, "app/node_modules/a/package.json", "usr/lib/python3/dist-packages/a-1.dist-info/METADATA",
                "var/lib/dpkg/info/a.list", "var/lib/dpkg/info/b:all.list", "var/lib/dpkg/status.d/c.md5sums",
                "var/lib/dpkg/diversions", "app/a.exe", "gems/specifications/a-1.gemspec");
    }

    static Stream<byte[]> packages() {
        return Stream.of("""
                {"name":"@a/b","version":"1.2.3","bin":{"b":"b.js"},"dependencies":{"c":"^1"},"private":true}
                """, """
                Metadata-Version: 2.1
                Name: pip
                Version: 25.0

                Text
                """, """
                /.
                /usr
                /usr/bin
                /bin/sh
                """, """
                /bin/sh
                /bin/sh.distrib
                a
                """, "\u007fELF            \u00ff Go buildinf:\b\u0002                \bgo1.24.1\u0029                "
                + "mod\ta\tv1\n                ").map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The seeds are a database of two packages and what was found before. */
    @FuzzTest
    void rpm(byte[] content) throws IOException {
        collect(new RpmEcosystem(), "usr/lib/sysimage/rpm/rpmdb.sqlite", content);
        inspect(content, "usr/lib/sysimage/rpm/rpmdb.sqlite");
    }

    /** Both ways to read a jar come to the same, where both of them can read all of it. */
    @MethodSource("jar")
    @FuzzTest
    void jar(byte[] content) throws IOException {
        JarWays.assertAlike("app/a-1.0.jar", content);
        inspect(content, "app/a-1.0.jar");
    }

    static Stream<byte[]> jar() {
        byte[] inner = new JarBuilder().pom("g", "inner", "2").toJar();
        return Stream.of(inner,
                new JarBuilder().manifest("Implementation-Title: a", "Implementation-Version: 1")
                        .stored("BOOT-INF/lib/inner-2.jar", inner)
                        .entry("WEB-INF/lib/i.jar", inner)
                        .toJar(),
                new JarBuilder().pom("g", "a", "1").pom("g", "b", "1").entry("B.class", "\u00ca\u00fe").toJar(),
                new ZipBytes(new JarBuilder().stored("a.jar", inner).stored("b.jar", inner).toJar()).reversed()
                        .repeated("a.jar", 1)
                        .toBytes());
    }

    /** Gives the content to the collectors of a reader that want it. */
    private static void collect(ContentReader<?> reader, String path, byte[] content) throws IOException {
        CollectorSet collectors =
                CollectorSet.of(List.of(reader), Limits.DEFAULTS, Deadline.of(Limits.DEFAULTS));
        try {
            List<Collected> found = new ArrayList<>(
                    collectors.collect(file(path, content), new ByteArrayInputStream(content)));
            collectors.observe(file(path, content)).forEach(one -> {
                one.observation().update(content, 0, content.length);
                found.addAll(one.finish());
            });
            found.forEach(collected -> assertThat(collected.finding().length()).isNotNegative());
        } catch (InvalidImageException expected) {
            // It is too much of something.
        }
    }

    private static TarEntry file(String path, byte[] content) {
        return new TarEntry(path, EntryType.FILE, content.length, 0644, 0, 0, Instant.EPOCH, null, Map.of(), null);
    }

    /** An image with the content at all these paths, and some files that packages may list. */
    private static void inspect(byte[] content, String... paths) {
        try {
            Inspection inspection = DrawnImage.anImage().layer(layer -> draw(layer, content, paths)).inspect();
            List<FileEntry> unowned = inspection.software().owners().unowned().toList();
            assertThat(inspection.files().entries()).containsAll(unowned);
        } catch (InvalidImageException expected) {
            // It is too much of something.
        }
    }

    private static void draw(LayerBuilder layer, byte[] content, String... paths) {
        layer.file("usr/bin/sh", "sh").file("usr/bin/sh.distrib", "sh").symlink("bin", "usr/bin");
        for (String path : paths) {
            layer.file(path, content);
        }
    }
}

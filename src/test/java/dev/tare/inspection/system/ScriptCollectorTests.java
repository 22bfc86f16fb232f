package dev.tare.inspection.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.tare.ecosystem.java.Jar;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ScriptCollectorTests {

    @Test
    void readReportsTheInterpreterOfAnExecutableScript() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("start", "#!/bin/sh -e\nexec app\n", 0755)
                        .hardLink("with", "start")
                        .file("serve", "#! /usr/bin/env python3\r\n", 0700)
                        .file("end", "#!/bin/sh", 0755)
                        .file("none", "#!\n", 0755)
                        .file("program", "\u007fELF", 0755)
                        .file("empty", "", 0755)
                        .file("data", "#!/bin/sh\n", 0644)
                        .file("long", "#!/" + "x".repeat(100_000), 0755))
                .inspect();
        assertThat(inspection.system().scripts())
                .contains(entry("start", "/bin/sh -e"), entry("serve", "/usr/bin/env python3"),
                        entry("end", "/bin/sh"))
                .containsOnlyKeys("start", "serve", "end");
        FileEntry with = inspection.files().get("with");
        assertThat(with).isNotNull();
        assertThat(inspection.system().interpreterOf(with)).isEqualTo("/bin/sh -e");
    }

    @Test
    void wordThatTheKernelCutsIsDropped() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        String start = "#!/bin/app " + "x".repeat(215) + " ";
        Inspection inspection = DrawnImage.anImage().layer(l -> l.file("cut", start + token + "\n", 0755)).inspect();
        assertThat(inspection.system().scripts().get("cut")).startsWith("/bin/app x").endsWith("x").hasSize(224);
    }

    @Test
    void readReportsAJarOnlyIfTheKernelStartsAnInterpreter() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("script.jar", jar("#!/bin/bash\nexec java -jar \"$0\"\n"), 0755)
                        .file("prelude.jar", jar("exec java -jar \"$0\"\n"), 0755)
                        .file("plain.jar", jar(""), 0755)
                        .file("data.jar", jar("#!/bin/bash\n"), 0644))
                .inspect();
        assertThat(inspection.system().scripts()).containsExactly(entry("script.jar", "/bin/bash"));
        assertThat(inspection.software().jars()).extracting(Jar::path)
                .contains("script.jar", "prelude.jar", "plain.jar", "data.jar");
        assertThat(inspection.software().unread()).isEmpty();
    }

    private static byte[] jar(String prelude) {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        jar.writeBytes(prelude.getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry("A.class"));
            zip.write(1);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return jar.toByteArray();
    }

    @Test
    void inspectComputesTheDigestOfAWholeScript() {
        String content = "#!/bin/sh\n" + "x".repeat(300_000);
        FileTree files = DrawnImage.anImage().layer(l -> l.file("start", content, 0755).file("same", content)).files();
        assertThat(files.entries()).extracting(FileEntry::content).doesNotContainNull();
        assertThat(files.entries().stream().map(FileEntry::content).distinct()).hasSize(1);
    }

    @Test
    void readIgnoresAReplacedScript() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("start", "#!/bin/sh\n", 0755))
                .layer(l -> l.file("start", "ELF", 0755))
                .inspect()
                .system()
                .scripts()).isEmpty();
    }
}

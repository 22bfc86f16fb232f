package dev.tare.ecosystem.java;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.tare.content.Unread;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JarStartTests {

    private static final byte[] INNER = new JarBuilder().pom("g", "inner", "1").toJar();

    private static final byte[] JAR =
            new JarBuilder().manifest("Main-Class: a.Main").entry("lib/inner-1.jar", INNER).toJar();

    private static final byte[] RAR = { 'R', 'a', 'r', '!', 0x1a, 7, 1, 0 };

    private static final String SCRIPT = "#!/bin/bash\n# ".concat("long ".repeat(2000)).concat("\nexit 0\n");

    @ParameterizedTest
    @ValueSource(strings = { "jar", "war", "ear", "jpi", "hpi", "rar", "nar", "kar", "par", "sar", "far", "lpkg",
            "aar", "HPI" })
    void archivesOfAllJavaExtensionsAreJars(String extension) {
        byte[] outer = new JarBuilder().entry("META-INF/lib/app-2." + extension, JAR).toJar();
        Software software = software(l -> l.file("opt/app-1." + extension, JAR).file("outer.jar", outer));
        assertThat(software.jars()).extracting(Jar::path)
                .containsExactly("opt/app-1." + extension, "opt/app-1." + extension + "!/lib/inner-1.jar", "outer.jar",
                        "outer.jar!/META-INF/lib/app-2." + extension,
                        "outer.jar!/META-INF/lib/app-2." + extension + "!/lib/inner-1.jar");
        assertThat(software.jars().getFirst().artifactId()).isEqualTo("app");
        assertThat(software.jars().getFirst().version()).isEqualTo("1");
    }

    @Test
    void fileOfAnotherFormatWithASharedExtensionIsNotReported() {
        byte[] outer = new JarBuilder().entry("a.rar", RAR).toJar();
        Software software = software(l -> l.file("a.rar", RAR).file("b.sar", "text").file("c.jar", outer));
        assertThat(software.jars()).extracting(Jar::path).containsExactly("c.jar");
        assertThat(software.unread()).isEmpty();
    }

    @Test
    void damagedArchiveWithASharedExtensionIsUnread() {
        Software software = software(l -> l.file("a.rar", "PK\003\004 and no more"));
        assertThat(software.unread()).extracting(Unread::path).containsExactly("a.rar");
    }

    @ParameterizedTest
    @ValueSource(strings = { "app", "app-1.0", "app.", "app.sh", "app.run", "app.bin", "conf.d/app" })
    void jarOfAnyNameIsRead(String name) {
        assertThat(software(l -> l.file("opt/" + name, JAR)).jars()).extracting(Jar::path)
                .containsExactly("opt/" + name, "opt/" + name + "!/lib/inner-1.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = { "app", "app.sh", "app.jar", "etc/init.d/app" })
    void jarBehindAStartScriptIsRead(String name) throws IOException {
        byte[] executable = behind(SCRIPT, JAR);
        assertThat(software(l -> l.file(name, executable, 0755)).jars()).extracting(Jar::path)
                .containsExactly(name, name + "!/lib/inner-1.jar");
        assertThat(JarWays.streamed(name, executable)).isEqualTo(JarWays.inMemory(name, executable));
    }

    @Test
    void zipOfAnyNameThatIsNoJarIsNotReported() throws IOException {
        byte[] zip = new JarBuilder().entry("__main__.py", "print(1)").entry("META-INF/MANIFEST.MF", "").toJar();
        byte[] application = behind("#!/usr/bin/env python3\n", zip);
        Software software = software(l -> l.file("bin/zip", zip)
                .file("bin/application", application)
                .file("bin/script.sh", SCRIPT)
                .file("bin/empty", "")
                .file("d.zip", JAR));
        assertThat(software.jars()).isEmpty();
        assertThat(software.unread()).isEmpty();
    }

    private static byte[] behind(String script, byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(script.getBytes(StandardCharsets.UTF_8));
        bytes.write(jar);
        return bytes.toByteArray();
    }

    private static Software software(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage().layer(layer).inspect().software();
    }
}

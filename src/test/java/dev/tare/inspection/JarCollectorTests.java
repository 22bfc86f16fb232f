package dev.tare.inspection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.tare.fixture.JarBuilder;
import dev.tare.image.Digest;
import dev.tare.inspection.Jar.Evidence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class JarCollectorTests {

    @Test
    void jarThatCannotBeReadIsListedByItsNameAndSaidToBeUnread() {
        byte[] outer = new JarBuilder().stored("BOOT-INF/lib/inner-1.0.jar", new byte[] { 1, 2, 3 }).toJar();
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("app.jar", outer).file("broken-2.jar", "no jar"))
                .inspect();
        assertThat(inspection.jars()).extracting(Jar::path)
                .containsExactly("app.jar", "app.jar!/BOOT-INF/lib/inner-1.0.jar", "broken-2.jar");
        assertThat(inspection.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Unread.Subject.JAR, "app.jar!/BOOT-INF/lib/inner-1.0.jar"),
                        tuple(Unread.Subject.JAR, "broken-2.jar"));
    }

    @Test
    void jarThatIsTooLargeForMemoryIsSaidToBeUnread() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("large-1.jar", new byte[(64 << 20) + 1]))
                .inspect();
        assertThat(inspection.jars()).extracting(Jar::library).containsExactly("large");
        assertThat(inspection.unread()).singleElement()
                .satisfies(unread -> assertThat(unread.because()).contains("64 MiB"));
    }

    @Test
    void pomPropertiesCountFirst() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: other", "Implementation-Version: 9")
                .pom("org.example", "lib", "1.2.3")
                .toJar();
        assertThat(jars("app/lib.jar", jar)).usingRecursiveFieldByFieldElementComparatorIgnoringFields("fingerprint")
                .containsExactly(new Jar("app/lib.jar", "org.example", "lib", "1.2.3",
                        Evidence.POM_PROPERTIES, jar.length, Digest.sha256Of(jar), 0));
    }

    @Test
    void fileNameTellsWhichOfSeveralPomPropertiesAreTheJarsOwn() {
        byte[] jar = new JarBuilder().pom("g", "shaded", "1").pom("g", "lib", "2").pom("g", "lib-core", "3").toJar();
        assertThat(jars("lib-core-3.jar", jar)).extracting(Jar::library).containsExactly("g:lib-core");
    }

    @Test
    void severalPomPropertiesOfWhichNoneIsNamedAreNotUsed() {
        byte[] jar = new JarBuilder().pom("g", "a", "1").pom("g", "b", "2").toJar();
        assertThat(jars("app.jar", jar)).extracting(Jar::evidence).containsExactly(Evidence.FILE_NAME);
    }

    @Test
    void manifestCountsWhereThereAreNoPomProperties() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: spring-core", "Implementation-Version: 7.0.1",
                "Automatic-Module-Name: spring.core").toJar();
        assertThat(jars("renamed.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.library()).isEqualTo("spring-core");
            assertThat(found.version()).isEqualTo("7.0.1");
            assertThat(found.evidence()).isEqualTo(Evidence.MANIFEST);
        });
    }

    @Test
    void fileNameWithVersionNamesTheArtifactBetterThanTheManifest() {
        byte[] jar = new JarBuilder().manifest("Bundle-SymbolicName: org.apache.tomcat-embed-core;singleton:=true",
                "Implementation-Title: Apache Tomcat", "Implementation-Version: 11.0.10").toJar();
        assertThat(jars("tomcat-embed-core-11.0.10.jar", jar)).extracting(Jar::artifactId)
                .containsExactly("tomcat-embed-core");
    }

    @Test
    void titlesForPeopleAndPlaceholdersAreNoIdentifiers() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: The Library", "Bundle-SymbolicName: the.library",
                "Implementation-Version: ${project.version}").toJar();
        assertThat(jars("x.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.artifactId()).isEqualTo("the.library");
            assertThat(found.version()).isNull();
        });
    }

    @Test
    void fileNameIsTheLastResort() {
        byte[] jar = new JarBuilder().entry("a.class", "").toJar();
        assertThat(jars("lib/commons-lang3-3.14.0-sources.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.artifactId()).isEqualTo("commons-lang3");
            assertThat(found.version()).isEqualTo("3.14.0-sources");
            assertThat(found.evidence()).isEqualTo(Evidence.FILE_NAME);
        });
    }

    @Test
    void jarsInJarsAreFoundStoredAndDeflated() {
        byte[] inner = new JarBuilder().pom("g", "inner", "1").toJar();
        byte[] middle = new JarBuilder().pom("g", "middle", "2").entry("lib/inner.jar", inner).toJar();
        byte[] outer = new JarBuilder().pom("g", "app", "3").stored("BOOT-INF/lib/middle.jar", middle).toJar();
        List<Jar> jars = jars("app.jar", outer);
        assertThat(jars).extracting(Jar::path)
                .containsExactly("app.jar", "app.jar!/BOOT-INF/lib/middle.jar",
                        "app.jar!/BOOT-INF/lib/middle.jar!/lib/inner.jar");
        assertThat(jars).extracting(Jar::library).containsExactly("g:app", "g:middle", "g:inner");
        assertThat(jars).extracting(Jar::content)
                .containsExactly(Digest.sha256Of(outer), Digest.sha256Of(middle),
                        Digest.sha256Of(inner));
    }

    @Test
    void jarsAreReadAsDeepAsTheyLie() {
        byte[] jar = new JarBuilder().pom("g", "deepest", "1").toJar();
        for (int i = 0; i < 6; i++) {
            jar = new JarBuilder().entry("in.jar", jar).toJar();
        }
        assertThat(jars("out.jar", jar)).hasSize(7);
    }

    @Test
    void jarOfMoreEntriesThanSixteenBitsCountIsRead() {
        JarBuilder jar = new JarBuilder();
        for (int i = 0; i < 70_000; i++) {
            jar.entry(Integer.toString(i), "");
        }
        assertThat(jars("a.jar", jar.pom("g", "a", "1").toJar())).extracting(Jar::library).containsExactly("g:a");
    }

    @Test
    void whatPrecedesTheZipIsSkipped() {
        byte[] jar = new JarBuilder().pom("g", "a", "1").toJar();
        byte[] script = "#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8);
        byte[] executable = Arrays.copyOf(script, script.length + jar.length);
        System.arraycopy(jar, 0, executable, script.length, jar.length);
        assertThat(jars("a.jar", executable)).extracting(Jar::library).containsExactly("g:a");
    }

    @Test
    void whatIsNoJarIsWhatItsFileNameSays() {
        for (byte[] content : new byte[][] { {}, "no jar".getBytes(StandardCharsets.UTF_8), new byte[100] }) {
            assertThat(jars("a-1.0.jar", content)).singleElement().satisfies(found -> {
                assertThat(found.artifactId()).isEqualTo("a");
                assertThat(found.evidence()).isEqualTo(Evidence.FILE_NAME);
                assertThat(found.size()).isEqualTo(content.length);
            });
        }
    }

    @Test
    void jarDamagedOrCutAnywhereIsNoError() {
        byte[] inner = new JarBuilder().pom("g", "inner", "1").toJar();
        byte[] jar = new JarBuilder().pom("g", "a", "1").entry("lib/inner.jar", inner).manifest("A: b").toJar();
        for (int i = 0; i < jar.length; i++) {
            byte[] damaged = jar.clone();
            damaged[i] ^= (byte) 0xff;
            assertThat(contents(damaged)).isNotNull();
            assertThat(contents(Arrays.copyOf(jar, i))).isNotNull();
        }
    }

    @Test
    void bombInAJarIsLeftAlone() {
        byte[] jar = new JarBuilder().entry("lib/bomb.jar", new JarBuilder().entry("b.jar", new byte[40 << 20]).toJar())
                .entry("zeros.jar", new byte[40 << 20])
                .pom("g", "a", "1")
                .toJar();
        assertThat(jars("a.jar", jar)).extracting(Jar::path).containsExactly("a.jar", "a.jar!/lib/bomb.jar");
    }

    @Test
    void entriesThatAreTooLargeAreNotInflatedOverAndOver() {
        byte[] jar = new JarBuilder().overlapping("bomb.jar", new byte[70 << 20], 300).toJar();
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(contents(jar).nested()).isEmpty());
    }

    @Test
    void entriesThatLieAboutTheirSizeAreNotInflatedOverAndOver() {
        byte[] jar = new JarBuilder().overlapping("bomb.jar", new byte[70 << 20], 300).stating(1).toJar();
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(contents(jar).nested()).isEmpty());
    }

    private static Finding.JarContents contents(byte[] jar) {
        return new JarScan(ZipSlice.of(jar), 3).read("a.jar");
    }

    private static List<Jar> jars(String path, byte[] jar) {
        return DrawnImage.anImage().layer(l -> l.file(path, jar)).inspect().jars();
    }
}

package dev.tare.ecosystem.java;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.tare.archive.zip.ZipSlice;
import dev.tare.content.Unread;
import dev.tare.ecosystem.java.JarContents.UnreadJar;
import dev.tare.fixture.JarBuilder;
import dev.tare.image.Digest;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class JarCollectorTests {

    @Test
    void jarThatCannotBeReadIsListedByItsNameAndReportedAsUnread() {
        byte[] outer = new JarBuilder().stored("BOOT-INF/lib/inner-1.0.jar", new byte[] { 1, 2, 3 }).toJar();
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("app.jar", outer).file("broken-2.jar", "no jar"))
                .inspect();
        assertThat(inspection.software().jars()).extracting(Jar::path)
                .containsExactly("app.jar", "app.jar!/BOOT-INF/lib/inner-1.0.jar", "broken-2.jar");
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Unread.Subject.JAR, "app.jar!/BOOT-INF/lib/inner-1.0.jar"),
                        tuple(Unread.Subject.JAR, "broken-2.jar"));
    }

    @Test
    void jarThatIsTooLargeForMemoryIsRead() {
        byte[] inner = new JarBuilder().pom("g", "inner", "2").toJar();
        byte[] jar = new JarBuilder().stored("large", new byte[64 << 20]).entry("lib/inner-2.jar", inner).toJar();
        Inspection inspection = DrawnImage.anImage().layer(l -> l.file("large-1.jar", jar)).inspect();
        assertThat(inspection.software().jars()).extracting(Jar::library).containsExactly("large", "g:inner");
        assertThat(inspection.software().jars()).extracting(Jar::content)
                .containsExactly(Digest.sha256Of(jar), Digest.sha256Of(inner));
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void jarsBeyondTheFirstFiveThousandAreReportedAsUnlisted() throws Exception {
        byte[] jar = new JarBuilder().overlapping("i.jar", new JarBuilder().pom("g", "i", "1").toJar(), 6000).toJar();
        assertThat(contents(jar).nested()).hasSize(5000);
        assertThat(contents(jar).unread()).extracting(UnreadJar::because)
                .containsExactly("Only the first 5000 nested jars are listed.");
    }

    @Test
    void pomPropertiesThatCannotBeReadAreReportedAsUnread() {
        byte[] jar = new JarBuilder().pom("g", "lib", "1")
                .entry("META-INF/maven/g/large/pom.properties", new byte[17 << 10])
                .toJar();
        Inspection inspection = DrawnImage.anImage().layer(l -> l.file("lib-1.jar", jar)).inspect();
        assertThat(inspection.software().unread()).singleElement()
                .satisfies(unread -> assertThat(unread.because()).contains("pom.properties", "16384 bytes"));
    }

    @Test
    void tooManyPomPropertiesAreReportedAsUnread() {
        JarBuilder jar = new JarBuilder();
        for (int i = 0; i < 1002; i++) {
            jar.pom("g", "a" + i, "1");
        }
        Inspection inspection = DrawnImage.anImage().layer(l -> l.file("app-1.0.jar", jar.toJar())).inspect();
        assertThat(inspection.software().jars()).singleElement()
                .satisfies(found -> assertThat(found.libraries()).hasSize(1000));
        assertThat(inspection.software().unread()).singleElement()
                .satisfies(unread -> assertThat(unread.because()).contains("more than 1000 pom.properties"));
    }

    @Test
    void librariesInAllJarsOfAFileAreBounded() {
        JarBuilder inner = new JarBuilder();
        for (int i = 0; i < 1000; i++) {
            inner.pom("g", "a" + i, "1");
        }
        byte[] shaded = inner.toJar();
        JarBuilder outer = new JarBuilder();
        for (int i = 0; i < 21; i++) {
            outer.stored("lib/" + i + ".jar", shaded);
        }
        Inspection inspection = DrawnImage.anImage().layer(l -> l.file("app.jar", outer.toJar())).inspect();
        assertThat(inspection.software().jars().stream().mapToInt(jar -> jar.libraries().size()).sum())
                .isEqualTo(20_000);
        assertThat(inspection.software().unread()).singleElement().satisfies(unread -> {
            assertThat(unread.path()).isEqualTo("app.jar!/lib/20.jar");
            assertThat(unread.because()).contains("More than 20000 libraries");
        });
    }

    @Test
    void jarsOfAWarAndOfTheWarsOfAnEarAreFound() {
        byte[] library = new JarBuilder().pom("g", "lib", "1").toJar();
        byte[] war = new JarBuilder().pom("g", "web", "2").entry("WEB-INF/lib/lib-1.jar", library).toJar();
        byte[] ear = new JarBuilder().pom("g", "all", "3")
                .entry("web-2.war", war)
                .entry("lib/lib-1.jar", library)
                .toJar();
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("srv/web.war", war).file("srv/all.ear", ear))
                .inspect();
        assertThat(inspection.software().jars()).extracting(Jar::path, Jar::library)
                .containsExactly(tuple("srv/all.ear", "g:all"), tuple("srv/all.ear!/lib/lib-1.jar", "g:lib"),
                        tuple("srv/all.ear!/web-2.war", "g:web"),
                        tuple("srv/all.ear!/web-2.war!/WEB-INF/lib/lib-1.jar", "g:lib"),
                        tuple("srv/web.war", "g:web"), tuple("srv/web.war!/WEB-INF/lib/lib-1.jar", "g:lib"));
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
    void jarsOfAllLevelsAreRead() {
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
    void jarWithItsNumbersInZip64FieldsIsRead() throws Exception {
        byte[] inner = new JarBuilder().pom("g", "inner", "2").toJar();
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(jar)) {
            zip.setUseZip64(Zip64Mode.Always);
            zip.putArchiveEntry(new ZipArchiveEntry("lib/inner-2.jar"));
            zip.write(inner);
            zip.closeArchiveEntry();
        }
        assertThat(jars("a-1.jar", jar.toByteArray())).extracting(Jar::library).containsExactly("a", "g:inner");
        assertThat(JarFingerprintTests.fingerprint(jar.toByteArray()))
                .isEqualTo(JarFingerprintTests.fingerprint(new JarBuilder().stored("lib/inner-2.jar", inner)));
    }

    @Test
    void manifestThatCannotBeReadIsReportedAsUnread() {
        byte[] jar = new JarBuilder().entry("META-INF/MANIFEST.MF", new byte[(8 << 20) + 1]).toJar();
        assertThat(contents(jar).unread()).singleElement()
                .satisfies(
                        unread -> assertThat(unread.because()).startsWith("Its manifest was not read: an entry has"));
    }

    @Test
    void bytesBeforeTheZipAreSkipped() {
        byte[] jar = new JarBuilder().pom("g", "a", "1").toJar();
        byte[] script = "#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8);
        byte[] executable = Arrays.copyOf(script, script.length + jar.length);
        System.arraycopy(jar, 0, executable, script.length, jar.length);
        assertThat(jars("a.jar", executable)).extracting(Jar::library).containsExactly("g:a");
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
    void bombInAJarIsNotRead() {
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

    private static JarContents contents(byte[] jar) {
        return MemoryJar.read(JarFileName.parse("a.jar"), ZipSlice.of(jar), 3);
    }

    private static List<Jar> jars(String path, byte[] jar) {
        return DrawnImage.anImage().layer(l -> l.file(path, jar)).inspect().software().jars();
    }
}

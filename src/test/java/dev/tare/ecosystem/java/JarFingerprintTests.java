package dev.tare.ecosystem.java;

import java.util.Objects;

import dev.tare.fixture.JarBuilder;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JarFingerprintTests {

    @Test
    void orderTimesCompressionAndFoldersDoNotMatter() {
        byte[] one = new JarBuilder().manifest("A: 1").entry("a/A.class", "aa").entry("b.txt", "bb").toJar();
        byte[] other = new JarBuilder().entry("a/", "")
                .stored("b.txt", "bb".getBytes())
                .stored("a/A.class", "aa".getBytes())
                .manifest("A: 1")
                .toJar();
        assertThat(one).isNotEqualTo(other);
        assertThat(fingerprint(one)).isEqualTo(fingerprint(other));
        assertThat(fingerprint(one).classFiles()).isEqualTo(1);
    }

    @Test
    void classesManifestAndOtherFilesAreDistinguished() {
        JarFingerprint jar = fingerprint(new JarBuilder().manifest("A: 1").entry("A.class", "a").entry("b", "b"));
        JarFingerprint manifest = fingerprint(new JarBuilder().manifest("A: 2").entry("A.class", "a").entry("b", "b"));
        JarFingerprint other = fingerprint(new JarBuilder().manifest("A: 1").entry("A.class", "a").entry("b", "c"));
        JarFingerprint classes = fingerprint(new JarBuilder().manifest("A: 1").entry("B.class", "a").entry("b", "b"));
        assertThat(manifest.classes()).isEqualTo(jar.classes());
        assertThat(manifest.others()).isEqualTo(jar.others());
        assertThat(manifest.manifests()).isNotEqualTo(jar.manifests());
        assertThat(other.classes()).isEqualTo(jar.classes());
        assertThat(other.others()).isNotEqualTo(jar.others());
        assertThat(classes.classes()).isNotEqualTo(jar.classes());
        assertThat(classes.others()).isEqualTo(jar.others());
    }

    @Test
    void namesOfTwoEntriesSwappedAreNoticed() {
        assertThat(fingerprint(new JarBuilder().entry("A.class", "1").entry("B.class", "2")))
                .isNotEqualTo(fingerprint(new JarBuilder().entry("A.class", "2").entry("B.class", "1")));
    }

    @Test
    void jarsInAJarCountByTheirContents() {
        byte[] built = new JarBuilder().manifest("Built: 1").entry("A.class", "a").entry("x", "x").toJar();
        byte[] again = new JarBuilder().entry("x", "x").manifest("Built: 2").entry("A.class", "a").toJar();
        JarFingerprint one = fingerprint(new JarBuilder().stored("lib/a.jar", built).entry("B.class", "b"));
        JarFingerprint other = fingerprint(new JarBuilder().stored("lib/a.jar", again).entry("B.class", "b"));
        assertThat(one.classFiles()).isEqualTo(2);
        assertThat(other.classes()).isEqualTo(one.classes());
        assertThat(other.others()).isEqualTo(one.others());
        assertThat(other.manifests()).isNotEqualTo(one.manifests());
    }

    @Test
    void unreadableJarInAJarCountsAsClasses() {
        assertThat(fingerprint(new JarBuilder().entry("lib/a.jar", "no zip")).classes())
                .isNotEqualTo(fingerprint(new JarBuilder().entry("lib/a.jar", "no zip!")).classes());
    }

    @Test
    void unreadableJarHasNoFingerprint() {
        assertThat(DrawnImage.anImage().layer(l -> l.file("a.jar", "no zip")).inspect().software().jars())
                .singleElement()
                .satisfies(jar -> assertThat(jar.fingerprint()).isNull());
    }

    static JarFingerprint fingerprint(JarBuilder jar) {
        return fingerprint(jar.toJar());
    }

    static JarFingerprint fingerprint(byte[] jar) {
        return Objects.requireNonNull(
                DrawnImage.anImage()
                        .layer(l -> l.file("a.jar", jar))
                        .inspect()
                        .software()
                        .jars()
                        .getFirst()
                        .fingerprint());
    }
}

package dev.tare.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import dev.tare.fixture.JarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CodeFingerprintTests {

    /** The time of all files in an image of Jib. */
    private static final FileTime OF_JIB = FileTime.fromMillis(1_000);

    @TempDir
    private Path folder;

    @Test
    void aTableWithTheSameSizeAndTimeIsAnotherBuild() throws IOException {
        String before = withFile("dev/tare/rules.tsv", "a\t1", OF_JIB);
        assertThat(withFile("dev/tare/rules.tsv", "a\t1", OF_JIB)).isEqualTo(before);
        assertThat(withFile("dev/tare/rules.tsv", "a\t2", OF_JIB)).isNotEqualTo(before);
    }

    @Test
    void aTableWithAnotherTimeIsAnotherBuild() throws IOException {
        String before = withFile("a.tsv", "1", FileTime.fromMillis(1_000_000_000_000L));
        assertThat(withFile("a.tsv", "1", FileTime.fromMillis(1_000_000_001_000L))).isNotEqualTo(before);
    }

    @Test
    void aFileWithAnotherNameIsAnotherBuild() throws IOException {
        String before = withFile("a.tsv", "1", OF_JIB);
        Files.delete(this.folder.resolve("a.tsv"));
        assertThat(withFile("b.tsv", "1", OF_JIB)).isNotEqualTo(before);
    }

    @Test
    void anEntryOfTheOnlyJarWithAnotherContentIsAnotherBuild() throws IOException {
        Path jar = this.folder.resolve("tare.jar");
        String before = withJar(jar, "1", jar.toString());
        assertThat(withJar(jar, "2", jar.toString())).isNotEqualTo(before);
    }

    @Test
    void anEntryOfAJarOfAnImageWithAnotherContentIsAnotherBuild() throws IOException {
        Path jar = this.folder.resolve("tare.jar");
        String classPath = jar + File.pathSeparator + this.folder.resolve("lib.jar");
        String before = withJar(jar, "1", classPath);
        assertThat(withJar(jar, "2", classPath)).isNotEqualTo(before);
    }

    @Test
    void emptyPartsAreSkipped() throws IOException {
        String before = withFile("a.tsv", "1", OF_JIB);
        assertThat(CodeFingerprint.of(File.pathSeparator + this.folder + File.pathSeparator)).isEqualTo(before);
        assertThat(CodeFingerprint.of("")).isEqualTo(CodeFingerprint.of(File.pathSeparator));
    }

    private static String withJar(Path jar, String content, String classPath) throws IOException {
        Files.write(jar, new JarBuilder().entry("a.tsv", content).toJar());
        Files.setLastModifiedTime(jar, OF_JIB);
        return CodeFingerprint.of(classPath);
    }

    private String withFile(String name, String content, FileTime time) throws IOException {
        Path file = this.folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, time);
        return CodeFingerprint.of(this.folder.toString());
    }
}

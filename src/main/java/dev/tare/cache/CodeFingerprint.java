package dev.tare.cache;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.tare.image.Digest;

/**
 * Distinguishes builds of Tare by the files that it runs from: classes and tables. A build of the same version may have
 * another scanner. Most files count by their names, sizes and times, like for compilers. A container image gives all files
 * the same time in 1970, so files that are older than zip files can be count by their content: a jar by the checksums of
 * its entries. A single jar counts like that, too. It is all of Tare, or it names the versions of its libraries in its
 * manifest.
 */
final class CodeFingerprint {

    private static final Instant FIRST_REAL_TIME = Instant.parse("1980-01-02T00:00:00Z");

    private final StringBuilder facts = new StringBuilder();

    private CodeFingerprint() {}

    /** @param classPath jars and folders of classes, as in the property {@code java.class.path} */
    static String of(String classPath) {
        CodeFingerprint fingerprint = new CodeFingerprint();
        List<Path> parts = Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList();
        for (Path part : parts) {
            try {
                fingerprint.add(part, parts.size() == 1);
            } catch (IOException | UncheckedIOException ex) {
                fingerprint.facts.append(part).append(" is not readable\n");
            }
        }
        return Digest.sha256Of(fingerprint.facts.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private void add(Path part, boolean isWhole) throws IOException {
        if (Files.isDirectory(part)) {
            addFolder(part);
        } else if (isWhole || Files.getLastModifiedTime(part).toInstant().isBefore(FIRST_REAL_TIME)) {
            addEntries(part);
        } else {
            add(part.getFileName(), part, false);
        }
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                add(folder.relativize(file), file, true);
            }
        }
    }

    private void addEntries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                add(entry.getName(), entry.getSize(), entry.getCrc());
            }
        }
    }

    private void add(Path name, Path file, boolean mayBeRead) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
            Instant time = attributes.lastModifiedTime().toInstant();
            add(name.toString(), attributes.size(),
                    mayBeRead && time.isBefore(FIRST_REAL_TIME) ? checksum(file) : time.toEpochMilli());
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.wrap(Files.readAllBytes(file)));
        return checksum.getValue();
    }

    private void add(String name, long size, long state) {
        this.facts.append(name).append(' ').append(size).append(' ').append(state).append('\n');
    }
}

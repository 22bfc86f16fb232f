package dev.tare.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Draws a jar entry by entry. */
final class JarBuilder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final ZipOutputStream zip = new ZipOutputStream(this.bytes);

    JarBuilder pom(String groupId, String artifactId, String version) {
        return entry("META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties",
                "groupId=" + groupId + "\nartifactId=" + artifactId + "\nversion=" + version + "\n");
    }

    JarBuilder manifest(String... attributes) {
        return entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", attributes) + "\n\n");
    }

    JarBuilder entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    JarBuilder entry(String name, byte[] content) {
        return put(new ZipEntry(name), content);
    }

    /** An entry that is not compressed, as Spring Boot keeps jars in jars. */
    JarBuilder stored(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return put(entry, content);
    }

    byte[] toJar() {
        try {
            this.zip.close();
            return this.bytes.toByteArray();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private JarBuilder put(ZipEntry entry, byte[] content) {
        try {
            this.zip.putNextEntry(entry);
            this.zip.write(content);
            this.zip.closeEntry();
            return this;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}

package dev.tare.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/** Draws a jar entry by entry. */
final class JarBuilder {

    private static final int END_SIZE = 22;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final ZipOutputStream zip = new ZipOutputStream(this.bytes);

    private int copies;

    private @Nullable Integer stated;

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

    /** An entry that the directory has so many times. */
    JarBuilder overlapping(String name, byte[] content, int times) {
        this.copies = times - 1;
        return entry(name, content);
    }

    /** From now on, what the directory says of the size of each entry. */
    JarBuilder stating(int size) {
        this.stated = size;
        return this;
    }

    byte[] toJar() {
        try {
            this.zip.close();
            return changed(this.bytes.toByteArray());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The directory of a jar of one entry, with that entry as often as asked for. */
    private byte[] changed(byte[] jar) {
        if (this.copies == 0) {
            return jar;
        }
        int end = jar.length - END_SIZE;
        int start = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        ByteBuffer entry = ByteBuffer.wrap(Arrays.copyOfRange(jar, start, end)).order(ByteOrder.LITTLE_ENDIAN);
        if (this.stated != null) {
            entry.putInt(24, this.stated);
        }
        ByteBuffer result = ByteBuffer.allocate(jar.length + this.copies * entry.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(jar, 0, start);
        for (int i = 0; i <= this.copies; i++) {
            result.put(entry.array());
        }
        int moved = result.position();
        result.put(jar, end, END_SIZE).putInt(moved + 12, moved - start);
        return result.array();
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

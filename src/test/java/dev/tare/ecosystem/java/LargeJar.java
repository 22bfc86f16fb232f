package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.tare.fixture.JarBuilder;

/** A jar of jars of 5 MB each. Only one of them is in memory at a time. */
public final class LargeJar {

    private static final byte[] CONTENT = new byte[5 << 20];

    private static final int PIPE_SIZE = 1 << 16;

    private final int jars;

    private LargeJar(int jars) {
        this.jars = jars;
    }

    /** Reads a jar with this number of jars, in the heap of this process. */
    public static void main(String[] arguments) throws IOException {
        LargeJar jar = new LargeJar(Integer.parseInt(arguments[0]));
        CountedOutput counted = new CountedOutput();
        jar.write(counted);
        PipedInputStream in = new PipedInputStream(PIPE_SIZE);
        PipedOutputStream out = new PipedOutputStream(in);
        Thread.ofPlatform().daemon().start(() -> jar.write(out));
        JarContents contents = JarWays.streamed("large.jar", counted.count, in);
        System.out.printf("%d bytes, %d jars, %d unread, %s%n", counted.count, contents.nested().size(),
                contents.unread().size(), contents.jar().coordinates().artifactId());
    }

    private void write(OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("META-INF/maven/g/large/pom.properties"));
            zip.write("groupId=g\nartifactId=large\nversion=1\n".getBytes());
            for (int i = 0; i < this.jars; i++) {
                byte[] inner = inner(i);
                ZipEntry entry = new ZipEntry("BOOT-INF/lib/inner-" + i + ".jar");
                if (i % 2 == 0) {
                    store(entry, inner);
                }
                zip.putNextEntry(entry);
                zip.write(inner);
                zip.putNextEntry(new ZipEntry("BOOT-INF/classes/" + i));
                zip.write(inner, 0, 1 << 20);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
    }

    private static byte[] inner(int number) {
        return new JarBuilder().pom("g", "inner", Integer.toString(number)).stored("content", CONTENT).toJar();
    }

    private static final class CountedOutput extends OutputStream {

        private long count;

        @Override
        public void write(int b) {
            this.count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            this.count += length;
        }
    }
}

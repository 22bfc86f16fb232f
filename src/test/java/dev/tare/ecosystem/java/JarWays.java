package dev.tare.ecosystem.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/** The two ways to read a jar: in memory, and while it streams by. */
final class JarWays {

    static final int MAX_DEPTH = 8;

    private JarWays() {}

    static JarContents inMemory(String path, byte[] jar) throws IOException {
        return collect(new JarCollector(MAX_DEPTH, Deadline.of(Limits.DEFAULTS), Long.MAX_VALUE), path, jar.length,
                new ByteArrayInputStream(jar));
    }

    static JarContents streamed(String path, byte[] jar) throws IOException {
        return streamed(path, jar.length, new ByteArrayInputStream(jar));
    }

    static JarContents streamed(String path, long size, InputStream jar) throws IOException {
        return collect(new JarCollector(MAX_DEPTH, Deadline.of(Limits.DEFAULTS), -1), path, size, jar);
    }

    private static JarContents collect(JarCollector collector, String path, long size, InputStream jar)
            throws IOException {
        TarEntry file = new TarEntry(path, EntryType.FILE, size, 0644, 0, 0, Instant.EPOCH, null, Map.of(), null);
        return (JarContents) collector.collect(file, jar);
    }
}

package dev.tare.ecosystem.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** The two ways to read a jar: in memory, and while it streams by. */
public final class JarWays {

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

    /** Checks that both ways have the same result if both can read the whole jar. */
    public static void assertAlike(String path, byte[] jar) throws IOException {
        JarContents inMemory = readable(() -> inMemory(path, jar));
        JarContents streamed = readable(() -> streamed(path, jar));
        assertThat(Stream.of(inMemory, streamed).filter(Objects::nonNull)).allSatisfy(
                contents -> assertThat(contents.length()).isNotNegative());
        if (inMemory != null && streamed != null && inMemory.unread().isEmpty() && streamed.unread().isEmpty()) {
            assertThat(streamed).isEqualTo(inMemory);
        }
    }

    private static @Nullable JarContents readable(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (InvalidImageException expected) {
            return null; // the jar exceeds a bound
        }
    }

    private static JarContents collect(JarCollector collector, String path, long size, InputStream jar)
            throws IOException {
        TarEntry file = new TarEntry(path, EntryType.FILE, size, 0644, 0, 0, Instant.EPOCH, null, Map.of(), null);
        return (JarContents) collector.collect(file, jar);
    }

    private interface Reading {

        JarContents read() throws IOException;
    }
}

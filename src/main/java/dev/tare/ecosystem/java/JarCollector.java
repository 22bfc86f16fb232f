package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.LargeContent;
import dev.tare.content.Unread;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/** Reads the library of each jar, and the jars in it. An unreadable jar is identified by its file name. */
final class JarCollector implements ContentCollector {

    /** Larger jars are read while they stream by. */
    private static final long IN_MEMORY = 64L << 20;

    private final int maxDepth;

    private final Deadline deadline;

    private final long inMemory;

    /** @param maxDepth maximum number of levels of nested jars */
    JarCollector(int maxDepth, Deadline deadline) {
        this(maxDepth, deadline, IN_MEMORY);
    }

    /**
     * @param maxDepth maximum number of levels of nested jars
     * @param inMemory size of the largest jar to read in memory
     */
    JarCollector(int maxDepth, Deadline deadline, long inMemory) {
        this.maxDepth = maxDepth;
        this.deadline = deadline;
        this.inMemory = inMemory;
    }

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAR;
    }

    @Override
    public boolean wants(TarEntry file) {
        return JarFileName.hasExtension(file.path());
    }

    /** {@code java -jar} accepts any name, and a jar behind a start script is a command. */
    @Override
    public boolean tries(TarEntry file) {
        return JarStart.isWorthReading(file);
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        JarStart start = JarStart.read(content);
        boolean isJar = JarFileName.isJar(file.path())
                || (JarFileName.mayBeJar(file.path()) ? start.isZip() : start.isJar());
        return isJar ? read(file, start.before(content)) : null;
    }

    private Finding read(TarEntry file, InputStream content) throws IOException {
        JarFileName name = JarFileName.parse(file.path());
        return file.size() > this.inMemory ? StreamedJar.read(name, content, file.size(), this.maxDepth, this.deadline)
                : LargeContent.read(content, file.size(), this.deadline,
                        chunks -> MemoryJar.read(name, ZipSlice.joined(chunks), this.maxDepth));
    }
}

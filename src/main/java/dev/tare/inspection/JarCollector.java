package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import dev.tare.archive.TarEntry;
import dev.tare.inspection.Finding.JarContents;
import org.jspecify.annotations.Nullable;

/** Reads which library each jar is, and which jars are in it. One that cannot be read is what its file name says. */
final class JarCollector implements ContentCollector {

    /** Larger ones are what their file names say: a jar has to be in memory to be read. */
    private static final long MAX_SIZE = 64L << 20;

    private static final int SMALL = 1 << 20;

    /** Jars in a large jar are large too, so that layers read at once take turns with them. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    @Override
    public boolean wants(TarEntry file) {
        return JarFileName.isJar(file.path());
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        if (file.size() > MAX_SIZE) {
            return new JarContents(JarFileName.parse(file.path()).toCoordinates(), List.of());
        }
        if (file.size() <= SMALL) {
            return scan(file, content);
        }
        awaitTurn();
        try {
            return scan(file, content);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static void awaitTurn() throws IOException {
        try {
            ONE_AT_A_TIME.lockInterruptibly();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was interrupted");
        }
    }

    private static JarContents scan(TarEntry file, InputStream content) throws IOException {
        return new JarScan(ZipSlice.of(content.readNBytes((int) file.size()))).read(file.path());
    }
}

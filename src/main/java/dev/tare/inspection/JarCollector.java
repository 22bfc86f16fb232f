package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.tare.archive.TarEntry;
import dev.tare.inspection.Finding.JarContents;
import dev.tare.inspection.Finding.UnreadJar;
import org.jspecify.annotations.Nullable;

/** Reads which library each jar is, and which jars are in it. One that cannot be read is what its file name says. */
final class JarCollector implements ContentCollector {

    /** Larger ones are what their file names say: a jar has to be in memory to be read. */
    private static final long MAX_SIZE = 64L << 20;

    private static final UnreadJar TOO_LARGE = new UnreadJar("",
            "It is larger than " + (MAX_SIZE >> 20) + " MiB, so only its file name was read, and no jar in it.");

    private final int maxDepth;

    /** @param maxDepth greatest number of jars in each other */
    JarCollector(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    @Override
    public boolean wants(TarEntry file) {
        return JarFileName.isJar(file.path());
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        if (file.size() > MAX_SIZE) {
            return new JarContents(ReadJar.unread(JarFileName.parse(file.path())), List.of(), List.of(TOO_LARGE));
        }
        return LargeContent.read(content, file.size(), chunks -> scan(file, chunks));
    }

    private JarContents scan(TarEntry file, List<byte[]> chunks) {
        return JarScan.read(JarFileName.parse(file.path()), ZipSlice.joined(chunks), this.maxDepth);
    }
}

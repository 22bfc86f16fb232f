package dev.tare.ecosystem.dpkg;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.ZstdFile;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifests of Chisel, which installs parts of Ubuntu's packages without dpkg.
 *
 * @see <a href="https://documentation.ubuntu.com/chisel/en/latest/reference/manifest">Chisel manifest</a>
 */
final class ChiselCollector implements ContentCollector {

    static final String NAME = "manifest.wall";

    /** A manifest of 10,000 files has half a megabyte. */
    private static final int MAX_STORED = 4 << 20;

    private static final long MAX_SIZE = 32L << 20;

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.OS_PACKAGES;
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), NAME);
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        byte[] stored = content.readNBytes(MAX_STORED + 1);
        try {
            return read(stored);
        } catch (UnreadableDatabaseException ex) {
            return new NotRead(subject(),
                    "The packages of this manifest of Chisel are not read, because " + ex.getMessage() + ".");
        }
    }

    private static Finding read(byte[] stored) {
        if (stored.length > MAX_STORED) {
            throw new UnreadableDatabaseException("it is larger than any real one");
        }
        try (InputStream content = ZstdFile.open(stored, MAX_SIZE)) {
            return new ChiselManifest(new BoundedLines(content)).read();
        } catch (IOException ex) {
            throw new UnreadableDatabaseException("it is not a complete Zstandard file of at most "
                    + (MAX_SIZE >> 20) + " MiB");
        }
    }
}

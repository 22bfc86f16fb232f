package dev.tare.inspection.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.KeyValueLines;
import org.jspecify.annotations.Nullable;

/** Reads the Linux distribution of an image. */
final class OsReleaseCollector implements ContentCollector {

    /** Its possible paths, in the order of precedence. */
    static final String[] PATHS = { "etc/os-release", "usr/lib/os-release" };

    private static final int MAX_SIZE = 64 * 1024;

    @Override
    public boolean wants(TarEntry file) {
        return file.size() <= MAX_SIZE && FilePaths.isNamed(file.path(), "os-release");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        Map<String, String> values = KeyValueLines.parse(content.readNBytes(MAX_SIZE));
        values.values().removeIf(String::isBlank);
        String id = values.getOrDefault("ID", "linux");
        String name = values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", id));
        return values.isEmpty() ? null
                : new Os(new OsRelease(id, values.get("VERSION_ID"),
                        values.get("VERSION_CODENAME"), name));
    }
}

package dev.tare.inspection.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.KeyValueLines;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Linux distribution of an image. Alpine also writes its version into another file, which some images have
 * without {@code os-release}.
 */
final class OsReleaseCollector implements ContentCollector {

    /** Its possible paths, in the order of precedence. */
    static final String[] PATHS = { "etc/os-release", "usr/lib/os-release", "etc/alpine-release" };

    private static final String ALPINE = "alpine-release";

    private static final Pattern ALPINE_VERSION = Pattern.compile("\\d[0-9A-Za-z._]*");

    private static final int MAX_SIZE = 64 * 1024;

    @Override
    public boolean wants(TarEntry file) {
        return file.path().endsWith("-release") && file.size() <= MAX_SIZE
                && (FilePaths.isNamed(file.path(), "os-release") || FilePaths.isNamed(file.path(), ALPINE));
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        byte[] text = content.readNBytes(MAX_SIZE);
        return FilePaths.isNamed(file.path(), ALPINE) ? alpine(text) : osRelease(text);
    }

    private static @Nullable Os alpine(byte[] text) {
        String version = new String(text, StandardCharsets.UTF_8).strip();
        return !ALPINE_VERSION.matcher(version).matches() ? null
                : new Os(new OsRelease("alpine", version, null, "Alpine Linux " + version));
    }

    private static @Nullable Os osRelease(byte[] text) {
        Map<String, String> values = KeyValueLines.parse(text);
        values.values().removeIf(String::isBlank);
        String id = values.getOrDefault("ID", "linux");
        String name = values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", id));
        return values.isEmpty() ? null
                : new Os(new OsRelease(id, values.get("VERSION_ID"),
                        values.get("VERSION_CODENAME"), name));
    }
}

package dev.tare.ecosystem.java.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.KeyValueLines;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/** Reads the {@code release} file of a Java runtime. Runtimes have one since Java 7. */
final class JavaReleaseCollector implements ContentCollector {

    private static final int MAX_SIZE = 64 * 1024;

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAVA_RUNTIME;
    }

    @Override
    public boolean wants(TarEntry file) {
        return file.size() <= MAX_SIZE && FilePaths.isNamed(file.path(), "release");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        Map<String, String> values = KeyValueLines.parse(content.readNBytes(MAX_SIZE));
        String version = values.get("JAVA_VERSION");
        return version == null ? null
                : new JavaRelease(values.get("IMPLEMENTOR"), version, values.get("JAVA_RUNTIME_VERSION"),
                        modules(values.getOrDefault("MODULES", "")));
    }

    private static List<String> modules(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}

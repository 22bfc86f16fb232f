package dev.tare.ecosystem.java.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.KeyValueLines;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/** Reads the {@code release} file of a Java runtime, and {@code version.txt} of Amazon Corretto. */
final class ReleaseCollector implements ContentCollector {

    private static final int MAX_SIZE = 64 * 1024;

    /** Corretto's four to six numbers, such as {@code 8.352.08.1}. */
    private static final Pattern CORRETTO = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){3,5}");

    private static final int MAX_CORRETTO = 64;

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAVA_RUNTIME;
    }

    @Override
    public boolean wants(TarEntry file) {
        return isCorretto(file)
                || (file.size() <= MAX_SIZE && FilePaths.isNamed(file.path(), RuntimeSource.RELEASE.file()));
    }

    private static boolean isCorretto(TarEntry file) {
        return file.size() <= MAX_CORRETTO && FilePaths.isNamed(file.path(), RuntimeSource.CORRETTO.file());
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAX_SIZE);
        return isCorretto(file) ? corretto(new String(bytes, StandardCharsets.UTF_8).strip())
                : release(KeyValueLines.parse(bytes));
    }

    private static @Nullable Finding corretto(String version) {
        return CORRETTO.matcher(version).matches()
                ? new RuntimeFacts(RuntimeSource.CORRETTO,
                        Map.of(RuntimeFacts.PRODUCT_VERSION, JavaProduct.CORRETTO_VERSION + version))
                : null;
    }

    private static @Nullable Finding release(Map<String, String> values) {
        RuntimeFacts facts =
                new RuntimeFacts(RuntimeSource.RELEASE, values, modules(values.getOrDefault("MODULES", "")));
        return facts.version() == null ? null : facts;
    }

    private static List<String> modules(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}

package dev.tare.ecosystem.java.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Reads the full version and the name of the launcher in the command {@code java}. They are strings between zero bytes:
 * {@code openjdk}, {@code java}, {@code 1.8}, {@code 1.8.0_352-b08}. Some compilers put the name last.
 *
 * @see <a href="https://github.com/openjdk/jdk/blob/master/src/java.base/share/native/launcher/defines.h">defines.h</a>
 */
final class LauncherCollector implements ContentCollector {

    /** Real ones have some kilobytes. */
    private static final int MAX_SIZE = 256 * 1024;

    private static final Pattern NULS = Pattern.compile("\0+");

    /** The version in front of the full one: {@code 1.8} for Java 8, {@code 0.0} since Java 9. */
    private static final Pattern DOTTED = Pattern.compile("\\d{1,4}\\.\\d{1,4}");

    /** A full version without a version in front of it. */
    private static final Pattern ALONE = Pattern.compile("\\d+(\\.\\d+)*\\+\\d+(-[\\w.+-]+)?");

    private static final int MAX_VERSION = 200;

    private static final String OPENJDK = "openjdk";

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAVA_RUNTIME;
    }

    @Override
    public boolean wants(TarEntry file) {
        return file.size() <= MAX_SIZE && (FilePaths.isNamed(file.path(), RuntimeSource.LAUNCHER.file())
                || FilePaths.isNamed(file.path(), RuntimeSource.LAUNCHER.file() + ".exe"));
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        List<String> texts = NULS
                .splitAsStream(new String(content.readNBytes(MAX_SIZE), StandardCharsets.ISO_8859_1))
                .toList();
        String full = fullVersion(texts);
        return full == null ? null
                : new RuntimeFacts(RuntimeSource.LAUNCHER, Map.of(RuntimeFacts.RUNTIME_VERSION, full,
                        RuntimeFacts.LAUNCHER, texts.contains(OPENJDK) ? OPENJDK : "java"));
    }

    private static @Nullable String fullVersion(List<String> texts) {
        for (int i = 1; i < texts.size(); i++) {
            String text = texts.get(i);
            if (DOTTED.matcher(texts.get(i - 1)).matches() && isVersion(text)) {
                return text;
            }
        }
        return texts.stream()
                .filter(text -> isVersion(text) && ALONE.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    private static boolean isVersion(String text) {
        return text.length() <= MAX_VERSION && Stream.of("-", "+", "_").anyMatch(text::contains)
                && RuntimeFacts.versionOf(text) != null;
    }
}

package dev.tare.inspection.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads what runs an executable script from its first line.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve(2), interpreter scripts</a>
 */
public final class ScriptCollector implements ContentCollector {

    private static final String MARK = "#!";

    /** As much of the line as the kernel takes, with the mark. */
    private static final int MAX_LINE = 256;

    private static final int ANY_EXECUTE = 0111;

    @Override
    public boolean wants(TarEntry file) {
        return (file.mode() & ANY_EXECUTE) != 0 && file.size() > MARK.length();
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        String start = new String(content.readNBytes(MAX_LINE), StandardCharsets.UTF_8);
        if (!start.startsWith(MARK)) {
            return null;
        }
        int end = start.indexOf('\n');
        String interpreter = start.substring(MARK.length(), end < 0 ? start.length() : end).strip();
        return interpreter.isEmpty() ? null : new Script(interpreter);
    }
}

package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stanzas of a package database one after the other: {@code Key: value} lines, ended by an empty line. Only
 * the keys that are asked for are kept, and of a value only its first line. Two keys may be repeated if they are asked
 * for, as apk has them: {@code F} for a folder, and {@code R} for a file in it.
 */
final class Stanzas {

    private static final String FOLDER = "F";

    private static final String FILE = "R";

    private static final long MAX_FILES_LENGTH = 64L << 20;

    private final BoundedLines lines;

    private final Set<String> keys;

    private String folder = "";

    private PathList.Builder files = new PathList.Builder();

    Stanzas(InputStream in, Set<String> keys) {
        this.lines = new BoundedLines(in);
        this.keys = keys;
    }

    /** The next stanza, or {@code null} after the last. */
    @Nullable
    Map<String, String> next() throws IOException {
        Map<String, String> stanza = new HashMap<>();
        boolean any = false;
        for (String line = this.lines.next(); line != null; line = this.lines.next()) {
            if (line.isBlank()) {
                if (any) {
                    return stanza;
                }
            } else {
                any = true;
                take(line, stanza);
            }
        }
        return any ? stanza : null;
    }

    /** The files that were listed since this was asked last. */
    PathList files() {
        PathList found = this.files.build();
        this.files = new PathList.Builder();
        return found;
    }

    private void take(String line, Map<String, String> stanza) {
        int colon = line.indexOf(':');
        String key = line.substring(0, Math.max(colon, 0));
        if (colon > 0 && this.keys.contains(key)) {
            String value = line.substring(colon + 1).strip();
            switch (key) {
                case FOLDER -> this.folder = value;
                case FILE -> addFile(value);
                default -> stanza.put(key, value);
            }
        }
    }

    private void addFile(String name) {
        this.files.add(FilePaths.join(this.folder, name));
        if (this.files.length() > MAX_FILES_LENGTH) {
            throw LimitExceededException.fixed("packageFiles", MAX_FILES_LENGTH, "bytes to keep", null);
        }
    }
}

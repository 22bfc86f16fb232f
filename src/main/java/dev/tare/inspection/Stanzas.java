package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the stanzas of a package database one after the other: {@code Key: value} lines, ended by an empty line. Only
 * the keys that are asked for are kept, and of a value only its first line.
 */
final class Stanzas {

    private final BoundedLines lines;

    private final Set<String> keys;

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

    private void take(String line, Map<String, String> stanza) {
        int colon = line.indexOf(':');
        if (colon > 0 && this.keys.contains(line.substring(0, colon))) {
            stanza.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }
}

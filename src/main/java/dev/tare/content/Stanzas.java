package dev.tare.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Reads the stanzas of a package database: {@code Key: value} lines that end with an empty line. It keeps only the
 * requested keys and the first line of each value. The first of several values with one key counts. Two requested keys
 * may repeat, as in the database of apk: {@code F} for a folder, and {@code R} for a file in it.
 */
public final class Stanzas {

    private static final String FOLDER = "F";

    private static final String FILE = "R";

    private final BoundedLines lines;

    /** Each requested key by the keys that equal it. */
    private final Map<String, String> keys;

    private String folder = "";

    private final ListedPaths files;

    private int count;

    private boolean anyZero;

    private Stanzas(InputStream in, long size, Map<String, String> keys) {
        this.lines = new BoundedLines(in);
        this.keys = keys;
        this.files = new ListedPaths(size);
    }

    /**
     * Stanzas with single letters as keys, whose case matters.
     *
     * @param size of the database in bytes
     */
    public static Stanzas ofLetters(InputStream in, long size, Set<String> keys) {
        return new Stanzas(in, size, same(new HashMap<>(), keys));
    }

    /**
     * Stanzas with field names as keys, in any case.
     *
     * @param size of the database in bytes
     */
    public static Stanzas ofFields(InputStream in, long size, Set<String> keys) {
        return new Stanzas(in, size, same(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), keys));
    }

    private static Map<String, String> same(Map<String, String> same, Set<String> keys) {
        keys.forEach(key -> same.put(key, key));
        return same;
    }

    /** The next stanza, or {@code null} after the last. */
    @Nullable
    public Map<String, String> next() throws IOException {
        Map<String, String> stanza = new HashMap<>();
        boolean any = false;
        for (String line = this.lines.next(); line != null; line = this.lines.next()) {
            if (line.isBlank()) {
                if (any) {
                    return stanza;
                }
            } else {
                this.count += any ? 0 : 1;
                any = true;
                this.anyZero |= line.indexOf(0) >= 0;
                take(line, stanza);
            }
        }
        return any ? stanza : null;
    }

    /**
     * Whether lines have zero characters, or the end of the last line is missing. A file with a single stanza may end
     * in a line, because other tools than the package manager write it.
     */
    public boolean areDamaged() {
        return this.anyZero || (this.count > 1 && this.lines.endsInLine());
    }

    /** The files that were listed since the last call. */
    public PathList files() {
        return this.files.next();
    }

    private void take(String line, Map<String, String> stanza) {
        int colon = line.indexOf(':');
        String key = colon <= 0 ? null : this.keys.get(line.substring(0, colon));
        if (key != null) {
            take(key, line.substring(colon + 1).strip(), stanza);
        }
    }

    /** A key without a value is skipped, except for the folder of apk that is the root. */
    private void take(String key, String value, Map<String, String> stanza) {
        if (key.equals(FOLDER)) {
            this.folder = value.isEmpty() ? "" : value + "/";
        } else if (key.equals(FILE)) {
            this.files.add(this.folder, value);
        } else if (!value.isEmpty()) {
            stanza.putIfAbsent(key, value);
        }
    }
}

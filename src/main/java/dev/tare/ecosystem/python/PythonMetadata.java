package dev.tare.ecosystem.python;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.tare.content.BoundedLines;
import org.jspecify.annotations.Nullable;

/**
 * The fields that describe a package. Their names have any case. The first of several fields with one name counts.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/core-metadata/">Core metadata</a>
 */
final class PythonMetadata {

    private static final String LICENSE = "license";

    private static final String EXPRESSION = "license-expression";

    private static final Set<String> FIELDS = Set.of("name", "version", LICENSE, EXPRESSION);

    private static final String CLASSIFIER = "classifier";

    private static final String LICENSE_CLASSIFIER = "License :: ";

    private static final String SEPARATOR = " :: ";

    /** A classifier without a license. */
    private static final String APPROVED = "OSI Approved";

    private static final int MAX_CLASSIFIERS = 20;

    /** setuptools writes it if the package does not state the license. */
    private static final String UNKNOWN = "UNKNOWN";

    private final Map<String, String> fields = new HashMap<>();

    private final List<String> classifiers = new ArrayList<>();

    private PythonMetadata() {}

    /** Reads the fields up to the first empty line. The description of the package follows. */
    static PythonMetadata read(BoundedLines lines) throws IOException {
        PythonMetadata metadata = new PythonMetadata();
        String key = "";
        for (String line = lines.next(); line != null && !line.isBlank(); line = lines.next()) {
            if (Character.isWhitespace(line.charAt(0))) {
                metadata.continueField(key);
            } else {
                int colon = line.indexOf(':');
                key = line.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT);
                metadata.add(key, line.substring(colon + 1).strip());
            }
        }
        return metadata;
    }

    private void add(String key, String value) {
        if (FIELDS.contains(key) && !value.isEmpty()) {
            this.fields.putIfAbsent(key, value);
        } else if (key.equals(CLASSIFIER) && value.startsWith(LICENSE_CLASSIFIER)
                && this.classifiers.size() < MAX_CLASSIFIERS) {
            this.classifiers.add(value.substring(value.lastIndexOf(SEPARATOR) + SEPARATOR.length()));
        }
    }

    /** A license of several lines is the whole text of the license. */
    private void continueField(String key) {
        if (key.equals(LICENSE)) {
            this.fields.put(LICENSE, UNKNOWN);
        }
    }

    @Nullable
    String name() {
        return this.fields.get("name");
    }

    @Nullable
    String version() {
        return this.fields.get("version");
    }

    /** The licenses as the package states them, in the first of three ways that it uses. */
    List<String> licenses() {
        String stated = this.fields.getOrDefault(EXPRESSION, this.fields.getOrDefault(LICENSE, UNKNOWN));
        return !stated.equalsIgnoreCase(UNKNOWN) ? List.of(stated)
                : this.classifiers.stream().filter(one -> !one.equals(APPROVED)).toList();
    }
}

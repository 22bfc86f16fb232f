package dev.tare.ecosystem.dpkg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.content.BoundedLines;
import dev.tare.content.ListedPaths;
import dev.tare.content.PathList;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.Relations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The lines of a manifest: a header, and a JSON object for each package, slice, path, and path of a slice. */
final class ChiselManifest {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Set<String> TEXTS = Set.of("jsonwall", "kind", "name", "version", "arch", "path");

    private static final String SLICES = "slices";

    private static final char END_OF_PACKAGE = '_';

    private final BoundedLines lines;

    /** The packages by name, with the lines that describe them. */
    private final Map<String, Map<String, String>> packages = new LinkedHashMap<>();

    private final Map<String, PathList.Builder> files = new HashMap<>();

    private boolean isComplete = true;

    private long length;

    ChiselManifest(BoundedLines lines) {
        this.lines = lines;
    }

    /** @throws UnreadableDatabaseException if the lines have another form, or take too much memory */
    PackageList read() throws IOException {
        String header = this.lines.next();
        Map<String, String> first = header == null ? null : values(header);
        if (first == null || !first.containsKey("jsonwall")) {
            throw new UnreadableDatabaseException("its first line is not the header of a manifest");
        }
        for (String line = this.lines.next(); line != null; line = this.lines.next()) {
            Map<String, String> values = line.isBlank() ? Map.of() : values(line);
            if (values == null) {
                this.isComplete = false;
            } else {
                add(values);
            }
        }
        if (this.packages.isEmpty() && !this.isComplete) {
            throw new UnreadableDatabaseException("its lines are not those of a manifest");
        }
        return new PackageList(list(), this.isComplete);
    }

    private void add(Map<String, String> values) {
        String name = values.get("name");
        String path = values.get("path");
        switch (values.getOrDefault("kind", "")) {
            case "package" -> {
                if (name != null && values.containsKey("version")) {
                    take(values.values().stream().mapToLong(String::length).sum());
                    this.packages.putIfAbsent(name, values);
                }
            }
            case "path" -> {
                String slice = values.get(SLICES);
                if (path != null && slice != null && path.length() <= ListedPaths.MAX_PATH && !path.endsWith("/")) {
                    take(path.length());
                    this.files.computeIfAbsent(packageOf(slice), absent -> new PathList.Builder()).add(path);
                }
            }
            default -> {
            }
        }
    }

    /** Names of packages and slices have no underscore. */
    private static String packageOf(String slice) {
        int end = slice.indexOf(END_OF_PACKAGE);
        return end < 0 ? slice : slice.substring(0, end);
    }

    private void take(long more) {
        this.length += more + Long.SIZE;
        if (this.length > PackageDatabaseCollector.MAX_LENGTH) {
            throw PackageDatabaseCollector.tooMuch();
        }
    }

    private List<InstalledPackage> list() {
        List<InstalledPackage> list = new ArrayList<>();
        this.packages.forEach((name, values) -> {
            PathList.Builder paths = this.files.get(name);
            list.add(new InstalledPackage(name, values.getOrDefault("version", ""), values.getOrDefault("arch", ""),
                    null, null, null, paths == null ? PathList.EMPTY : paths.build(), Relations.NONE));
        });
        return list;
    }

    /** The requested texts of an object and the first of its slices; {@code null} if the line is no object. */
    private static @Nullable Map<String, String> values(String line) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && TEXTS.contains(key)) {
                    values.put(key, parser.getString());
                } else if (value == JsonToken.START_ARRAY && key.equals(SLICES)) {
                    addFirst(parser, values);
                } else {
                    parser.skipChildren();
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT ? values : null;
        } catch (JacksonException ex) {
            return null;
        }
    }

    private static void addFirst(JsonParser parser, Map<String, String> values) {
        for (JsonToken one = parser.nextToken(); one != JsonToken.END_ARRAY; one = parser.nextToken()) {
            if (one == JsonToken.VALUE_STRING) {
                values.putIfAbsent(SLICES, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }
}

package dev.tare.ecosystem.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.NamedPackage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the {@code package.json} of each Node package. */
final class NodePackageCollector implements ContentCollector {

    /** More than ten times the limit of the registry. */
    private static final long MAX_SIZE = 8L << 20;

    private static final Set<String> WANTED = Set.of("name", "version");

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(MAX_SIZE).build())
            .build();

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "package.json")
                && NodeModules.isPackage(FilePaths.parent(file.path()));
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text(content))) {
            Map<String, String> values = read(parser);
            String name = values.get("name");
            return name == null ? null : NamedPackage.of(name, values.get("version"));
        } catch (JacksonException ex) {
            if (ex.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            return new NotRead(Subject.LANGUAGE_PACKAGE,
                    "The package is unknown, because this file is not JSON.");
        }
    }

    /** The content as UTF-8, like npm. From bytes, the parser would detect other encodings. */
    private static Reader text(InputStream content) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * The requested strings at the top level of the document. The last of several with one name counts, as in JavaScript.
     */
    private static Map<String, String> read(JsonParser parser) {
        Map<String, String> values = new HashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return values;
        }
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING && WANTED.contains(key)) {
                put(key, parser.getString(), values);
            } else {
                parser.skipChildren();
            }
        }
        return values;
    }

    private static void put(String key, String value, Map<String, String> values) {
        if (value.isBlank()) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }
}

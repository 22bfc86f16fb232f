package dev.tare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON documents of engines and of Docker's settings, within bounds. */
final class EngineJson {

    /** Thousands of images with labels of many kilobytes. */
    private static final long MAX_SIZE = 64L << 20;

    private static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxDocumentLength(MAX_SIZE).maxNestingDepth(MAX_DEPTH).build())
            .build()).build();

    private EngineJson() {}

    /** The object, or {@code null} if the text is not a JSON object. */
    static @Nullable JsonNode parse(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return node.isObject() ? node : null;
        } catch (JacksonException ex) {
            return null;
        }
    }

    /**
     * Reads an array of objects one by one, so that no more than one is in memory.
     *
     * @param reader returns whether it wants the next object, too
     * @return whether the text is an array of objects, as far as it was read
     */
    static boolean readArray(InputStream in, Predicate<JsonNode> reader) throws IOException {
        try (JsonParser parser = MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                if (!reader.test(parser.readValueAsTree())) {
                    return true;
                }
            }
            return parser.currentToken() == JsonToken.END_ARRAY;
        } catch (JacksonIOException ex) {
            throw ex.getCause();
        } catch (JacksonException ex) {
            return false;
        }
    }

    /** The text of a member, or {@code null} if it is absent, empty or another value. */
    static @Nullable String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}

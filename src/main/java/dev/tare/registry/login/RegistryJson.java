package dev.tare.registry.login;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the small JSON documents of registries, token servers and credential files. The caller bounds their size. */
public final class RegistryJson {

    private static final int MAX_TOKENS = 50_000;

    private static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).maxNestingDepth(MAX_DEPTH).build())
            .build()).build();

    private RegistryJson() {}

    /** The object, or {@code null} if the text is not a JSON object. */
    public static @Nullable JsonNode parse(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return node.isObject() ? node : null;
        } catch (JacksonException ex) {
            return null;
        }
    }

    /** The text of a member, or {@code null} if it is absent, empty or another value. */
    public static @Nullable String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }
}

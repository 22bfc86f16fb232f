package dev.tare.image;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code repositories} document of a docker archive: tags such as {@code app:1}, and the name of the uppermost
 * layer for each.
 *
 * @see <a href="https://github.com/moby/moby/blob/v20.10.27/image/spec/v1.md">Docker image specification 1.0</a>
 */
public final class LegacyTags {

    private LegacyTags() {}

    /**
     * Parses a {@code repositories} document.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static Map<String, String> parse(String name, byte[] json) {
        return JsonDocument.read(name, json, document -> {
            Map<String, String> layers = new LinkedHashMap<>();
            document.keys()
                    .forEach(repository -> document.texts(repository)
                            .forEach((tag, layer) -> layers.put(repository + ":" + tag, layer)));
            return layers;
        });
    }
}

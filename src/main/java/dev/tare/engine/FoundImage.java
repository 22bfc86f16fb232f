package dev.tare.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An image that an engine has.
 *
 * @param id        selects exactly this image, also if its name has several tags or moves
 * @param platform  its platform, or the best one for the engine's host if the engine has several
 * @param platforms those whose content is complete in the engine, if the request lists them; otherwise its platform
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.48/#tag/Image/operation/ImageInspect">Docker
 *      Engine API, inspect an image</a>
 */
public record FoundImage(String id, Platform platform, List<Platform> platforms) {

    /** A digest, which may be shortened or without its algorithm. */
    private static final Pattern ID = Pattern.compile("(?:sha256:)?[0-9a-f]{1,64}");

    public FoundImage {
        platforms = List.copyOf(platforms);
    }

    /**
     * Reads the description of an image, or returns {@code null} if the document has another form.
     *
     * @param image the name, for an engine that states no ID
     */
    static @Nullable FoundImage parse(String image, JsonNode document) {
        String id = EngineJson.text(document, "Id");
        Platform platform = platform(document, "Os", "Architecture", "Variant");
        if (platform == null || (id != null && !isId(id))) {
            return null;
        }
        List<Platform> platforms = document.path("Manifests")
                .valueStream()
                .filter(manifest -> manifest.path("Kind").asString("").equals("image")
                        && manifest.path("Available").asBoolean(false))
                .mapMulti((JsonNode manifest, Consumer<Platform> found) -> {
                    Platform one = platform(manifest.path("ImageData").path("Platform"), "os", "architecture",
                            "variant");
                    if (one != null) {
                        found.accept(one);
                    }
                })
                .toList();
        return new FoundImage(id == null ? image : id, platform, platforms.isEmpty() ? List.of(platform) : platforms);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static @Nullable Platform platform(JsonNode object, String os, String architecture, String variant) {
        String system = EngineJson.text(object, os);
        String processor = EngineJson.text(object, architecture);
        return system == null || processor == null ? null
                : new Platform(system, processor, EngineJson.text(object, variant));
    }
}

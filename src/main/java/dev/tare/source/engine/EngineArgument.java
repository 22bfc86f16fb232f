package dev.tare.source.engine;

import java.util.Arrays;
import java.util.regex.Pattern;

import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import org.jspecify.annotations.Nullable;

/**
 * The name or ID of an image in a container engine.
 *
 * @param text    as given
 * @param image   a name, an ID, or the beginning of an ID
 * @param engines finds the engine
 */
public record EngineArgument(String text, EngineKind kind, String image, Engines engines) implements ImageArgument {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{1,64}");

    private static final String EXPECTED = "docker:// or podman://, and then the name or the ID of an image in that "
            + "engine: [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], with lower-case letters in the repository";

    /**
     * Parses {@code docker://REFERENCE}, {@code podman://REFERENCE}, {@code docker://ID} or {@code podman://ID}. A
     * reference has a form of {@link ImageReference#parse}. An ID is the 64 hexadecimal digits of a SHA-256 digest, also
     * after {@code sha256:}, or its first digits.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static EngineArgument parse(String text, Engines engines) {
        EngineKind kind = kind(text);
        if (kind == null) {
            throw new InvalidValueException("image", text, EXPECTED);
        }
        String image = text.substring(prefix(kind).length());
        if (!ID.matcher(image).matches()) {
            try {
                ImageReference.parse(image);
            } catch (InvalidValueException ex) {
                throw new InvalidValueException("image", text, EXPECTED);
            }
        }
        return new EngineArgument(text, kind, image, engines);
    }

    /** The engine that the text names, or {@code null} if it can only be an image of another source. */
    public static @Nullable EngineKind kind(String text) {
        return Arrays.stream(EngineKind.values())
                .filter(kind -> text.startsWith(prefix(kind)))
                .findFirst()
                .orElse(null);
    }

    /** The text that selects an image of an engine. */
    public static String text(EngineKind kind, String image) {
        return prefix(kind) + image;
    }

    /** The name as given, because an image may have the same name in a registry. */
    @Override
    public String name() {
        return this.text;
    }

    @Override
    public ImageSource open(@Nullable Platform platform, Limits limits) {
        return new EngineSource(this, platform, limits);
    }

    private static String prefix(EngineKind kind) {
        return kind.command() + "://";
    }
}

package dev.tare.source.open;

import java.util.Set;

import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidValueException;
import dev.tare.registry.Registries;
import dev.tare.source.ImageArgument;
import dev.tare.source.engine.EngineArgument;
import dev.tare.source.registry.RegistryArgument;

/**
 * The images that clients of a service may name: images in registries, and in engines that its operator enables. No text
 * of a client leads to a file of the service's machine.
 */
public final class NamedImages {

    private static final String EXPECTED = "the name of an image in a registry: [HOST[:PORT]/]REPOSITORY[:TAG]"
            + "[@DIGEST], such as nginx:1.29 or registry.example.com/team/app:1.4, with lower-case letters in the "
            + "repository. Upload an archive instead of its path";

    private static final int MAX_LENGTH = 1024;

    private final Registries registries;

    private final Engines engines;

    private final Set<EngineKind> enabled;

    /**
     * @param registries opens the clients, under the policy of the service
     * @param engines    finds the engines
     * @param enabled    the engines that clients may use
     */
    public NamedImages(Registries registries, Engines engines, Set<EngineKind> enabled) {
        this.registries = registries;
        this.engines = engines;
        this.enabled = Set.copyOf(enabled);
    }

    /**
     * Finds the source of an image that a client gives as {@code registry://REFERENCE} or {@code REFERENCE}, or as {@code
     * docker://REFERENCE} or {@code podman://REFERENCE} if this engine is enabled.
     *
     * @throws InvalidValueException if the text has another form, such as a path, or names an engine that is not enabled
     */
    public ImageArgument parse(String text) {
        EngineKind engine = EngineArgument.kind(text);
        if (engine != null && text.length() <= MAX_LENGTH) {
            if (!this.enabled.contains(engine)) {
                throw new InvalidValueException("image name", text, "the name of an image in a registry, because "
                        + "this service reads no images of " + engine.label() + ". Its operator can enable them with "
                        + "\"tare.engines.enabled=" + engine + "\"");
            }
            return EngineArgument.parse(text, this.engines);
        }
        if (text.length() > MAX_LENGTH || (!RegistryArgument.isMarked(text) && ImageSources.isPathByForm(text))) {
            throw new InvalidValueException("image name", text, EXPECTED);
        }
        try {
            return RegistryArgument.parse(text, this.registries);
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("image name", text, EXPECTED);
        }
    }
}

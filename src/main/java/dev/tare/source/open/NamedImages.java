package dev.tare.source.open;

import dev.tare.image.InvalidValueException;
import dev.tare.registry.Registries;
import dev.tare.source.ImageArgument;
import dev.tare.source.registry.RegistryArgument;

/**
 * The images that clients of a service may name: images in registries. No text of a client leads to a file of the
 * service's machine.
 */
public final class NamedImages {

    private static final String EXPECTED = "the name of an image in a registry: [HOST[:PORT]/]REPOSITORY[:TAG]"
            + "[@DIGEST], such as nginx:1.29 or registry.example.com/team/app:1.4, with lower-case letters in the "
            + "repository. Upload an archive instead of its path";

    private static final int MAX_LENGTH = 1024;

    private final Registries registries;

    /** @param registries opens the clients, under the policy of the service */
    public NamedImages(Registries registries) {
        this.registries = registries;
    }

    /**
     * Finds the source of an image that a client gives as {@code registry://REFERENCE} or {@code REFERENCE}.
     *
     * @throws InvalidValueException if the text has another form, such as a path
     */
    public ImageArgument parse(String text) {
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

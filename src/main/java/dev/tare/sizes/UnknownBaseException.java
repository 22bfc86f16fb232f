package dev.tare.sizes;

import dev.tare.image.Descriptor;
import dev.tare.image.InvalidImageException;

/** The base image whose tag is to be checked is not known. */
public final class UnknownBaseException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private UnknownBaseException(String image, String message) {
        super("unknown-base", image, message, null);
    }

    static UnknownBaseException notNamed(String image) {
        return new UnknownBaseException(image,
                "\"" + image + "\" names no base image: neither an annotation nor a label "
                        + Descriptor.BASE_NAME
                        + " is set. Name the base image with --base NAME, or let the build set the "
                        + "annotation.");
    }

    static UnknownBaseException withoutTag(String image, String base) {
        return new UnknownBaseException(image, "The base image of \"" + image + "\" is \"" + base
                + "\", a name without a tag. A digest never moves. Name the tag with --base NAME:TAG.");
    }
}

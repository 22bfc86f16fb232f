package dev.tare.catalog;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.inspection.Inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** Derives the keys of inspections and comparisons from the identity of their images. */
final class Identity {

    private static final int ID_LENGTH = 20;

    private Identity() {}

    /**
     * The identity of an image's bytes in its source. The image ID is not enough, because it does not cover how the
     * layers are stored, and so their compressed sizes.
     */
    static Digest of(Image image) {
        Stream<Object> parts = Stream.of(image.id(), String.valueOf(image.manifestDigest()));
        Stream<Object> layers = image.layers().stream().map(layer -> layer.digest());
        return digest(Stream.concat(parts, layers));
    }

    /** The identifier of a comparison of these images with these names, in this order. */
    static String of(List<Inspection> images) {
        return digest(images.stream().map(Inspection::image).flatMap(image -> Stream.of(of(image), image.name()))).hex()
                .substring(0, ID_LENGTH);
    }

    private static Digest digest(Stream<?> parts) {
        return Digest
                .sha256Of(parts.map(part -> part.toString().length() + ":" + part).collect(joining()).getBytes(UTF_8));
    }
}

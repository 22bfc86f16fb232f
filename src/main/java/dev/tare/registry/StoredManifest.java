package dev.tare.registry;

import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;

/**
 * A manifest or index as the registry sent it.
 *
 * @param mediaType as the registry states it
 * @param digest    computed from the content
 */
public record StoredManifest(MediaType mediaType, Digest digest, byte[] content) {

    /** A descriptor that refers to it. */
    public Descriptor descriptor() {
        return new Descriptor(this.mediaType, this.digest, this.content.length, Map.of(), null);
    }
}

package dev.tare.registry;

import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;

/** A manifest or index as the registry sent it. */
public final class StoredManifest {

    private final Descriptor descriptor;

    private final byte[] content;

    /** @param mediaType as the registry states it */
    StoredManifest(MediaType mediaType, byte[] content) {
        this.descriptor = new Descriptor(mediaType, Digest.sha256Of(content), content.length, Map.of(), null);
        this.content = content;
    }

    /** Refers to it with the digest and size of the content. */
    public Descriptor descriptor() {
        return this.descriptor;
    }

    public byte[] content() {
        return this.content.clone();
    }
}

package dev.tare.engine;

import java.time.Instant;
import java.util.List;

/**
 * An image in the list of an engine.
 *
 * @param id      the digest that identifies the image in this engine, as the engine writes it
 * @param names   its tags, such as {@code app:1.0}; empty for an image without a tag
 * @param size    bytes that the image uses in this engine, as the engine counts them: usually the unpacked layers
 * @param created when it was built, as its config states
 */
public record EngineImage(String id, List<String> names, long size, Instant created) {

    public EngineImage {
        names = List.copyOf(names);
    }
}

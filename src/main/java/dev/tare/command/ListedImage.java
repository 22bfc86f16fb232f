package dev.tare.command;

import java.time.Instant;
import java.util.List;

import dev.tare.engine.EngineImage;
import dev.tare.engine.EngineKind;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.engine.EngineArgument;

/**
 * A row of {@code tare images}, masked.
 *
 * @param image   the text by which other commands read it
 * @param id      as the engine writes it
 * @param size    in bytes, as the engine counts it
 * @param created as the config of the image states it
 */
record ListedImage(String image, String id, long size, Instant created) {

    /** As many digits as engines show. */
    private static final int SHORT_ID = 12;

    /** A row for each name of an image, or one with its ID. */
    static List<ListedImage> of(EngineKind kind, EngineImage image) {
        List<String> names = image.names().isEmpty() ? List.of(shortId(image.id())) : image.names();
        return names.stream()
                .map(name -> new ListedImage(Redaction.text(EngineArgument.text(kind, name)), image.id(), image.size(),
                        image.created()))
                .toList();
    }

    /** The first digits of the ID. */
    String shortId() {
        return shortId(this.id);
    }

    private static String shortId(String id) {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(SHORT_ID, digits.length()));
    }
}

package dev.tare.image;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One build step of an image, as the builder recorded it.
 *
 * @param emptyLayer whether the step changed no file and created no layer
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties">OCI image
 *      specification, config, history</a>
 */
public record HistoryEntry(@Nullable Instant created, @Nullable String createdBy, @Nullable String author,
        @Nullable String comment, boolean emptyLayer) {}

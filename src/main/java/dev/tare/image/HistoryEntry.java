package dev.tare.image;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One step of an image's build as its builder wrote it down.
 *
 * @param emptyLayer whether the step changed no file and so made no layer
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties">OCI image
 *      specification, config, history</a>
 */
public record HistoryEntry(@Nullable Instant created, @Nullable String createdBy, @Nullable String author,
        @Nullable String comment, boolean emptyLayer) {}

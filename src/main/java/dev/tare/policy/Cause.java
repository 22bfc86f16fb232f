package dev.tare.policy;

import org.jspecify.annotations.Nullable;

/**
 * A part of a figure that exceeds its budget.
 *
 * @param name   of a line or package; of a layer the step that created it; of a file its path with a leading slash
 * @param layer  index of the layer; {@code null} if several or none have it
 * @param amount bytes or a count, like the figure; its growth if the part has grown; {@code null} if it is unknown
 */
public record Cause(Kind kind, String name, @Nullable Integer layer, @Nullable Long amount) {

    /** The kind of a part. */
    public enum Kind {

        /** A line of the breakdown, or an owner in it. */
        BREAKDOWN,

        LAYER,

        FILE,

        PACKAGE
    }
}

package dev.tare.policy;

/** A figure of an image, which may be unknown. */
public sealed interface Figure {

    /** @param value bytes or a count */
    record Known(long value) implements Figure {}

    /** @param because a clause without a full stop */
    record Unknown(String because) implements Figure {}
}

package dev.tare.inspection.base;

/** Where the base image's layers end and the build's begin. */
public sealed interface BaseBoundary {

    /**
     * The boundary is known.
     *
     * @param layers   how many of the lowest layers are the base's
     * @param evidence what tells, in a sentence
     */
    record Known(int layers, String evidence) implements BaseBoundary {}

    /**
     * Nothing in the image tells.
     *
     * @param because what was looked for, in a sentence
     */
    record Unknown(String because) implements BaseBoundary {}

    /** Who brought the layer at an index. */
    default Origin originOf(int layer) {
        return switch (this) {
            case Known known -> layer < known.layers() ? Origin.BASE : Origin.NET;
            case Unknown unknown -> Origin.UNKNOWN;
        };
    }
}

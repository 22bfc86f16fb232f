package dev.tare.inspection.base;

/** The boundary between the layers of the base image and those of the application. */
public sealed interface BaseBoundary {

    /**
     * The boundary is known.
     *
     * @param layers   the number of the lowest layers that belong to the base image
     * @param evidence one or more sentences
     */
    record Known(int layers, String evidence) implements BaseBoundary {}

    /**
     * The image has no evidence for the boundary.
     *
     * @param because one or more sentences about the missing evidence
     */
    record Unknown(String because) implements BaseBoundary {}

    /** The origin of the layer at an index. */
    default Origin originOf(int layer) {
        return switch (this) {
            case Known known -> layer < known.layers() ? Origin.BASE : Origin.NET;
            case Unknown unknown -> Origin.UNKNOWN;
        };
    }
}

package dev.tare.inspection.base;

/** The boundary between the layers of the base image and those of the application. */
public sealed interface BaseBoundary {

    /**
     * The boundary is verified, or the build stated it.
     *
     * @param layers the number of the lowest layers that belong to the base image
     */
    record Known(int layers) implements BaseBoundary {}

    /**
     * A base image likely ends here. It may be the base of the base image, so further layers may belong to the base
     * image.
     *
     * @param layers the number of layers below the boundary
     */
    record Likely(int layers) implements BaseBoundary {}

    /** There is no evidence for the boundary. */
    record Unknown() implements BaseBoundary {}

    /** The origin of the layer at an index. Traces of a boundary do not decide it. */
    default Origin originOf(int layer) {
        return switch (this) {
            case Known(int layers) -> layer < layers ? Origin.BASE : Origin.NET;
            case Likely _,Unknown _ -> Origin.UNKNOWN;
        };
    }
}

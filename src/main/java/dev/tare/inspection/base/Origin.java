package dev.tare.inspection.base;

/** Who brought a layer. */
public enum Origin {

    /** The base image: its bytes are the tare. */
    BASE,

    /** The build on top of the base: its bytes are the net weight. */
    NET,

    /** Nothing in the image tells. */
    UNKNOWN
}

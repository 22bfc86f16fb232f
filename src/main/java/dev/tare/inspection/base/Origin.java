package dev.tare.inspection.base;

/** The origin of a layer. */
public enum Origin {

    /** The base image. Its bytes are the tare. */
    BASE,

    /** The application on top of the base. Its bytes are the net weight. */
    NET,

    /** There is no evidence in the image. */
    UNKNOWN
}

package dev.tare.inspection.base;

/** How certain the base image of an image is. */
public enum BaseGrade {

    /** The diff IDs of a known image are those of the lowest layers. */
    VERIFIED,

    /** The build recorded its base image. */
    STATED,

    /** The history has traces of a base image. They are no proof. */
    LIKELY,

    /** There is no evidence. */
    UNKNOWN
}

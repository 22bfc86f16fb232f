package dev.tare.comparison.change;

/** The kind of a change from one image to another. */
public enum Change {

    ADDED, REMOVED, MODIFIED, UNMODIFIED
}

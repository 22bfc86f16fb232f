package dev.tare.comparison.change;

/** What became of a thing from one image to another. */
public enum Change {

    ADDED, REMOVED, MODIFIED, UNMODIFIED
}

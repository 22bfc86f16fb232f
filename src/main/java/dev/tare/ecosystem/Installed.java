package dev.tare.ecosystem;

/** A package, library or runtime of an ecosystem. */
public interface Installed {

    /** Index of the layer that added it, or its database. */
    int layer();
}

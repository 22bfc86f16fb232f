package dev.tare.ecosystem;

/** Something that an ecosystem installed: a package, a library or a runtime. */
public interface Installed {

    /** Index of the layer that brought it, or the database that lists it. */
    int layer();
}

package dev.tare.ecosystem.java;

/**
 * Where a jar is in a file.
 *
 * @param path  below the file as for {@link NestedJar}; {@code ""} for the file itself
 * @param depth in how many jars it is
 */
record JarPlace(String path, int depth) {

    static final JarPlace FILE = new JarPlace("", 0);

    JarPlace in(String name) {
        return new JarPlace(this.path + "!/" + name, this.depth + 1);
    }
}

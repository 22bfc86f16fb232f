package dev.tare.inspection;

import org.jspecify.annotations.Nullable;

/** Which library a jar is, and what says so. */
record JarCoordinates(@Nullable String groupId, String artifactId, @Nullable String version, Jar.Evidence evidence) {

    private static final int OVERHEAD = 64;

    /** About how many characters it keeps in memory. */
    long length() {
        return OVERHEAD + Finding.lengthOf(this.groupId, this.artifactId, this.version);
    }
}

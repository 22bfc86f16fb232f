package dev.tare.inspection;

import org.jspecify.annotations.Nullable;

/** Which library a jar is, and what says so. */
record JarCoordinates(@Nullable String groupId, String artifactId, @Nullable String version, Jar.Evidence evidence) {}

package dev.tare.ecosystem.java;

import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A library that was unpacked into a jar, as its {@code META-INF/maven/…/pom.properties} in there says.
 *
 * @param groupId    or {@code null} if it does not say
 * @param version    or {@code null} if it does not say
 */
public record ShadedLibrary(@Nullable String groupId, String artifactId, @Nullable String version) {

    private static final int OVERHEAD = 64;

    /** What stays the same from version to version: {@code group:artifact}, or the artifact alone. */
    public String library() {
        return this.groupId == null ? this.artifactId : this.groupId + ":" + this.artifactId;
    }

    /** About how many characters it keeps in memory. */
    long length() {
        return OVERHEAD + Finding.lengthOf(this.groupId, this.artifactId, this.version);
    }

    static ShadedLibrary from(JarCoordinates pom) {
        return new ShadedLibrary(pom.groupId(), pom.artifactId(), pom.version());
    }
}

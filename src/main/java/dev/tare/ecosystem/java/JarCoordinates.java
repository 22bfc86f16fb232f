package dev.tare.ecosystem.java;

import java.util.regex.Pattern;

import dev.tare.content.Finding;
import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/** The library that a jar is, and the evidence for it. */
record JarCoordinates(@Nullable String groupId, String artifactId, @Nullable String version, Evidence evidence,
        Certainty certainty) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,199}");

    private static final int OVERHEAD = 64;

    /** Coordinates that the jar states. */
    static JarCoordinates exact(@Nullable String groupId, String artifactId, @Nullable String version,
            Evidence evidence) {
        return new JarCoordinates(groupId, artifactId, version, evidence,
                groupId == null ? Certainty.UNKNOWN : Certainty.EXACT);
    }

    static JarCoordinates inferred(String groupId, String artifactId, @Nullable String version, Evidence evidence) {
        return new JarCoordinates(groupId, artifactId, version, evidence, Certainty.INFERRED);
    }

    /** Coordinates without a group. */
    static JarCoordinates unknown(String artifactId, @Nullable String version, Evidence evidence) {
        return new JarCoordinates(null, artifactId, version, evidence, Certainty.UNKNOWN);
    }

    /** The same library with a version that is not certain. */
    JarCoordinates withVersion(@Nullable String other) {
        return new JarCoordinates(this.groupId, this.artifactId, other, this.evidence,
                this.groupId == null ? Certainty.UNKNOWN : Certainty.INFERRED);
    }

    /** The approximate number of characters in memory. */
    long length() {
        return OVERHEAD + Finding.lengthOf(this.groupId, this.artifactId, this.version);
    }

    /** The text if it is an identifier; {@code null} for titles and placeholders without a value. */
    static @Nullable String identifier(@Nullable String text) {
        return text != null && IDENTIFIER.matcher(text.strip()).matches() ? text.strip() : null;
    }
}

package dev.tare.ecosystem.java;

import java.util.regex.Pattern;

import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/** The library that a jar is, and the evidence for it. */
record JarCoordinates(@Nullable String groupId, String artifactId, @Nullable String version, Jar.Evidence evidence) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,199}");

    private static final int OVERHEAD = 64;

    /** The approximate number of characters in memory. */
    long length() {
        return OVERHEAD + Finding.lengthOf(this.groupId, this.artifactId, this.version);
    }

    /** The text if it is an identifier; {@code null} for titles and placeholders without a value. */
    static @Nullable String identifier(@Nullable String text) {
        return text != null && IDENTIFIER.matcher(text.strip()).matches() ? text.strip() : null;
    }
}

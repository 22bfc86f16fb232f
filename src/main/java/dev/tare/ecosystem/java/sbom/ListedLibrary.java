package dev.tare.ecosystem.java.sbom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.content.Finding;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A Maven library in a bill of materials.
 *
 * @param content digest of its file; {@code null} if the document does not state the SHA-256
 */
public record ListedLibrary(String groupId, String artifactId, String version, @Nullable Digest content) {

    /** With the digest, and its place in an index. */
    private static final int OVERHEAD = 256;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+~-]{0,199}");

    /** The subpath and qualifiers do not count: files with other classifiers belong to the same library. */
    private static final Pattern PURL =
            Pattern.compile("pkg:(?://)?maven/([^/@?#]+)/([^/@?#]+)@([^/@?#]+)(?:[?#].*)?", Pattern.CASE_INSENSITIVE);

    /**
     * The library with these coordinates, or {@code null} if one of them is missing or not valid.
     *
     * @param purl takes precedence over the other coordinates, unless it is {@code null}
     */
    static @Nullable ListedLibrary of(@Nullable String purl, @Nullable String group, @Nullable String name,
            @Nullable String version, @Nullable Digest content) {
        if (purl == null) {
            return valid(group, name, version, content);
        }
        Matcher parts = PURL.matcher(purl);
        return parts.matches()
                ? valid(decoded(parts.group(1)), decoded(parts.group(2)), decoded(parts.group(3)), content)
                : null;
    }

    private static @Nullable ListedLibrary valid(@Nullable String group, @Nullable String name,
            @Nullable String version, @Nullable Digest content) {
        return group == null || name == null || version == null || !isIdentifier(group) || !isIdentifier(name)
                || !isIdentifier(version) ? null
                        : new ListedLibrary(group, name, version, content);
    }

    private static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** The decoder reads a plus sign as a space, but a package URL may contain it as it is. */
    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }

    /** {@code group:artifact}. */
    public String name() {
        return this.groupId + ":" + this.artifactId;
    }

    boolean hasCoordinatesOf(ListedLibrary other) {
        return this.groupId.equals(other.groupId) && this.artifactId.equals(other.artifactId)
                && this.version.equals(other.version);
    }

    /** The approximate number of characters in memory. */
    long length() {
        return OVERHEAD + Finding.lengthOf(this.groupId, this.artifactId, this.version);
    }
}

package dev.tare.report;

import dev.tare.ecosystem.java.Jar;
import org.jspecify.annotations.Nullable;

/**
 * A Java archive.
 *
 * @param path          without a leading slash; of a jar in a jar {@code outer.jar!/inner.jar}
 * @param library       {@code group:artifact}, or the artifact alone
 * @param version       {@code null} if nothing says it
 * @param evidence      where library and version were found
 * @param archiveBytes  of the jar itself
 * @param contentDigest of the jar itself
 * @param layer         index of the layer that brought it
 */
public record JarReport(String path, String library, @Nullable String version, Jar.Evidence evidence,
        long archiveBytes, String contentDigest, int layer) {}

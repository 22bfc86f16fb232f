package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * A library that was unpacked into a jar, as its {@code pom.properties} in there says.
 *
 * @param jar     path of the jar that it is in, without a leading slash
 * @param library {@code group:artifact}, or the artifact alone
 * @param version {@code null} if it does not say
 * @param layer   index of the layer that brought the jar
 */
public record ShadedLibraryReport(String jar, String library, @Nullable String version, int layer) {}

package dev.tare.report;

import java.util.List;

import dev.tare.ecosystem.java.JavaRuntime;
import org.jspecify.annotations.Nullable;

/**
 * A Java runtime, as its {@code release} file says.
 *
 * @param path           of its folder, without a leading slash
 * @param vendor         {@code null} if the file does not say
 * @param version        such as {@code 25.0.3}
 * @param runtimeVersion such as {@code 25.0.3+9-LTS}; {@code null} if the file does not say
 * @param layer          index of the layer that brought it
 * @param kind           whether it is for building, for any program, or for certain ones
 * @param kindBecause    what says the kind
 */
public record JavaRuntimeReport(String path, @Nullable String vendor, String version,
        @Nullable String runtimeVersion, List<String> modules, int layer, JavaRuntime.Kind kind,
        String kindBecause) {}

package dev.tare.inspection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A Java runtime, as its {@code release} file says.
 *
 * @param path    of the runtime's folder, without a leading slash
 * @param vendor  such as {@code Eclipse Adoptium}, or {@code null} if the file does not say
 * @param version such as {@code 25.0.3}
 * @param runtimeVersion such as {@code 25.0.3+9-LTS}, or {@code null}
 * @param modules in the file's order; empty if the file does not say
 */
public record JavaRuntime(String path, @Nullable String vendor, String version, @Nullable String runtimeVersion,
        List<String> modules, int layer) {

    public JavaRuntime {
        modules = List.copyOf(modules);
    }
}

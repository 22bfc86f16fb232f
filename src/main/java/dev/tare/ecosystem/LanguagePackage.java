package dev.tare.ecosystem;

import org.jspecify.annotations.Nullable;

/**
 * A package that a language's own package manager installed.
 *
 * @param manager id of the {@link Ecosystem}, such as {@code npm}
 * @param name    as the package writes it, such as {@code @babel/core}
 * @param version or {@code null} if the package does not say
 * @param path    of the file that says so, without a leading slash
 * @param layer   index of the layer that brought the file
 */
public record LanguagePackage(String manager, String name, @Nullable String version, String path, int layer)
        implements Installed {}

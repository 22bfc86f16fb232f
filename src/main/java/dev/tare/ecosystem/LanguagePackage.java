package dev.tare.ecosystem;

import org.jspecify.annotations.Nullable;

/**
 * A package of a language's own package manager.
 *
 * @param manager {@link Ecosystem#id() id} of the ecosystem
 * @param name    as in the package, such as {@code @babel/core}
 * @param version {@code null} if the package does not state it
 * @param path    of the file that describes the package, without a leading slash
 * @param layer   index of the layer that added the file
 */
public record LanguagePackage(String manager, String name, @Nullable String version, String path, int layer)
        implements Installed {}

package dev.tare.ecosystem;

import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * A package of a language's own package manager.
 *
 * @param manager   {@link Ecosystem#id() id} of the ecosystem
 * @param name      as in the package, such as {@code @babel/core}
 * @param version   {@code null} if the package does not state it
 * @param path      of the file that describes the package, without a leading slash
 * @param layer     index of the layer that added the file
 * @param isBundled whether it is a copy in another package, or test data, so that no package manager installed it
 * @param osPackage the package of the operating system or of conda that owns the file and stands for this package, or
 *                  {@code null}
 */
public record LanguagePackage(String manager, String name, @Nullable String version, String path, int layer,
        Licenses licenses, boolean isBundled, @Nullable String osPackage) implements Installed {

    /** A package that its manager installed, and whose licenses are unknown. */
    public LanguagePackage(String manager, String name, @Nullable String version, String path, int layer) {
        this(manager, name, version, path, layer, Licenses.NONE, false, null);
    }

    public LanguagePackage ownedBy(@Nullable String osPackage) {
        return new LanguagePackage(this.manager, this.name, this.version, this.path, this.layer, this.licenses,
                this.isBundled, osPackage);
    }
}

package dev.tare.ecosystem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.reader.ContentReader;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/**
 * A package manager, or another way of shipping libraries: the collectors and reader of its packages, their names and
 * their version order. Reports contain the id, so it never changes.
 */
public interface Ecosystem extends ContentReader<SoftwareReading> {

    Kind kind();

    /** The display name, such as {@code Debian packages}. */
    String label();

    /**
     * The type in package URLs, such as {@code deb}.
     *
     * @see <a href="https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst">Package URL types</a>
     */
    String purlType();

    /** The version order of its package manager. */
    default VersionOrder versions() {
        return VersionOrder.NONE;
    }

    /**
     * The parts of a package's name in a package URL; {@code null} if the name is incomplete. The namespace of
     * operating system packages is not among the parts.
     */
    default @Nullable PurlName purlName(String name) {
        return new PurlName(null, name);
    }

    /** The name by which packages of two images are compared. Names that its package managers equate are the same. */
    default String comparedName(String name) {
        return name;
    }

    /** The parts of a version in a package URL: most ecosystems have no qualifier for it. */
    default PurlVersion purlVersion(String version) {
        return new PurlVersion(version, Map.of());
    }

    /** The namespace of operating system packages in package URLs: most package managers use the distribution's id. */
    default String purlNamespace(String distribution) {
        return distribution.toLowerCase(Locale.ROOT);
    }

    /**
     * The source package as vulnerability scanners read it from the qualifier {@code upstream} of a package URL:
     * {@code name@version}. {@code null} if the package is its own source package.
     */
    default @Nullable String upstream(OsPackage one) {
        boolean isOther = one.source() != null
                || (one.sourceVersion() != null && !one.sourceVersion().equals(one.version()));
        return !isOther ? null
                : Objects.requireNonNullElse(one.source(), one.name()) + "@"
                        + Objects.requireNonNullElse(one.sourceVersion(), one.version());
    }

    /** The folders in which its package managers keep their downloads. */
    default List<PackageCache> caches() {
        return List.of();
    }

    /**
     * The folders that contain only files of its packages. Each is one name, or several names joined by slashes,
     * anywhere in the image. The databases of operating systems list the files of packages instead.
     */
    default Set<String> packageFolders() {
        return Set.of();
    }

    /** Whether a path is in one of the {@link #packageFolders()}. */
    default boolean isPackaged(String path) {
        return packageFolders().stream().anyMatch(folder -> ApplicationLayout.isBelow(path, folder));
    }

    /**
     * The layout of applications that start from source files, or {@code null} if the language has none or its
     * applications are compiled.
     */
    default @Nullable ApplicationLayout applicationLayout() {
        return null;
    }

    /** The folder with the files of {@link #installedBy}, or {@code null} if the ecosystem has no such files. */
    default @Nullable String installationFolder() {
        return null;
    }

    /**
     * The name of the package whose installation writes this file, if nothing else writes it. So each layer with this
     * file installed the package. {@code null} for any other file. Each such file is below the
     * {@link #installationFolder()}.
     */
    default @Nullable String installedBy(String path) {
        return null;
    }

    /** Whether packages belong to the operating system or to a language. */
    enum Kind {
        OPERATING_SYSTEM, LANGUAGE
    }

    /** A package's name in a package URL, not encoded. */
    record PurlName(@Nullable String namespace, String name) {

        /** The parts before and after the first slash, if any; {@code null} if one of them is empty. */
        public static @Nullable PurlName split(String name) {
            int slash = name.indexOf('/');
            return slash == 0 || name.endsWith("/") ? null
                    : new PurlName(slash < 0 ? null : name.substring(0, slash), name.substring(slash + 1));
        }
    }

    /**
     * A package's version in a package URL, not encoded.
     *
     * @param qualifiers parts of the version that the package URL states separately, by their names
     */
    record PurlVersion(String version, Map<String, String> qualifiers) {

        public PurlVersion {
            qualifiers = Map.copyOf(qualifiers);
        }
    }

    /**
     * A folder in which a package manager keeps its downloads.
     *
     * @param path    without a leading slash
     * @param inHome  whether the folder is in home folders, otherwise in the root
     * @param loaders names of files that load packages from the cache when a program starts; if one of
     *                them exists, the cache is in use
     */
    record PackageCache(String path, boolean inHome, Set<String> loaders) {

        public PackageCache {
            loaders = Set.copyOf(loaders);
        }

        /** Whether a path is in the cache, which may be in the home folder of any user. */
        public boolean mayContain(String path) {
            return this.inHome ? ApplicationLayout.isBelow(path, this.path) : path.startsWith(this.path + "/");
        }

        /** Caches at these paths. */
        public static List<PackageCache> at(String... paths) {
            return Stream.of(paths).map(path -> new PackageCache(path, false, Set.of())).toList();
        }

        /** Caches at these paths in each home folder. */
        public static List<PackageCache> inHomes(String... paths) {
            return Stream.of(paths).map(path -> new PackageCache(path, true, Set.of())).toList();
        }
    }
}

package dev.tare.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the command keeps the results of reading layers. It belongs to its user, and no other user can write
 * to it: a forged value would be a forged report.
 */
public final class LayerFolder {

    /** The default size of all values, in bytes. */
    public static final long DEFAULT_SIZE = 1L << 30;

    private static final String NONE = "none";

    private static final String LAYERS = "layers";

    private static final Set<PosixFilePermission> OF_OWNER = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    private final LayerFiles files;

    private final long size;

    private LayerFolder(Path path, long size) {
        this.path = path;
        this.files = new LayerFiles(path);
        this.size = size;
    }

    /**
     * The folder that contains the cache: {@code TARE_CACHE}, or {@code tare} in {@code XDG_CACHE_HOME} or
     * {@code ~/.cache}; {@code null} without a home, or if {@code TARE_CACHE} is {@code none}.
     *
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a>
     */
    public static @Nullable Path locate(Map<String, String> environment) {
        String stated = environment.getOrDefault("TARE_CACHE", "");
        if (stated.equals(NONE)) {
            return null;
        }
        if (!stated.isEmpty()) {
            return Path.of(stated).toAbsolutePath();
        }
        Path caches = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        if (caches.isAbsolute()) {
            return caches.resolve("tare");
        }
        Path home = Path.of(environment.getOrDefault("HOME", ""));
        return home.isAbsolute() ? home.resolve(".cache", "tare") : null;
    }

    /**
     * Opens a folder, and creates it if it does not exist.
     *
     * @param folder that contains the cache
     * @param size   the bound of all values together, in bytes
     * @throws UnusableCacheException if it cannot be written, or another user can write to it
     */
    public static LayerFolder open(Path folder, long size) {
        LayerFolder opened = new LayerFolder(folder.resolve(LAYERS), size);
        try {
            Files.createDirectories(folder, forOwner(folder));
            if (!Files.exists(opened.path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(opened.path, forOwner(folder));
            }
            if (LayerFiles.isPosix(folder)) {
                opened.check(folder);
            }
            return opened;
        } catch (IOException ex) {
            throw UnusableCacheException.unwritable(folder, ex);
        }
    }

    private void check(Path folder) throws IOException {
        if (!Files.isDirectory(this.path, LinkOption.NOFOLLOW_LINKS)) {
            throw UnusableCacheException.unsafe(this.path, "it is no folder.");
        }
        Path probe = this.files.probe();
        try {
            UserPrincipal user = Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
            for (Path part : List.of(folder.toRealPath(), this.path)) {
                check(part, user);
            }
        } finally {
            Files.deleteIfExists(probe);
        }
        Files.setPosixFilePermissions(this.path, OF_OWNER);
    }

    private static void check(Path folder, UserPrincipal user) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.owner().equals(user)) {
            throw UnusableCacheException.unsafe(folder, "it belongs to another user.");
        }
        if (attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw UnusableCacheException.unsafe(folder, "other users can write to it. Run chmod go-w on it.");
        }
    }

    private static FileAttribute<?>[] forOwner(Path folder) {
        return LayerFiles.isPosix(folder) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OF_OWNER) }
                : new FileAttribute<?>[0];
    }

    /** The folder of the values. */
    public Path path() {
        return this.path;
    }

    /** The bound of all values together, in bytes. */
    public long size() {
        return this.size;
    }

    /**
     * The layers in this folder that a scanner read.
     *
     * @param build  the version of Tare
     * @param limits of the scanner
     */
    public KnownLayers<LayerScan> layers(String build, Limits limits) {
        String code = build + ", " + CodeFingerprint.of(System.getProperty("java.class.path", ""));
        return new StoredLayers(this.files, new LayerForm(code, Inspector.findings(), limits), this.size);
    }

    /** The values in this folder, also those of other scanners. */
    public Usage usage() throws IOException {
        List<LayerFiles.Stored> layers = this.files.layers();
        return new Usage(layers.size(), layers.stream().mapToLong(LayerFiles.Stored::size).sum());
    }

    /** Deletes all values, and those that other processes have begun to write. */
    public void clear() throws IOException {
        this.files.clear();
    }

    /**
     * Values in the folder.
     *
     * @param layers their number
     * @param bytes  their size
     */
    public record Usage(int layers, long bytes) {}
}

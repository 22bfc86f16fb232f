package dev.tare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A folder for the temporary files of this process: the zstd library, the chart's typeface, and the folders of Tomcat. A
 * lock on a file in it shows that the process lives. The system releases the lock when the process ends in any way, so a
 * folder whose lock is free is a leftover.
 */
final class TemporaryFolder {

    private static final String PROPERTY = "java.io.tmpdir";

    /** Java itself, and libraries that do not read the property, keep the folder that was configured at the start. */
    private static final String PROPERTY_OF_ZSTD = "ZstdTempFolder";

    private static final String PREFIX = "tare-process-";

    private static final String LOCK = "lock";

    /** Folders to use if the configured one is missing, read-only or full. */
    private static final List<String> OTHERS = List.of("/tmp", "/var/tmp", "/dev/shm");

    /** Space in bytes that all temporary files of a command need. */
    private static final int NEEDED = 2 << 20;

    private static final int ATTEMPTS = 3;

    private static @Nullable Path used;

    /** Open as long as the process lives. Nothing reads it. */
    @SuppressWarnings("UnusedVariable")
    private static @Nullable FileChannel locked;

    private TemporaryFolder() {}

    /**
     * Removes the leftovers of ended processes, and makes Java create temporary files in a new folder. If no folder is
     * usable, everything stays as it is, and the parts of Tare that need one report that.
     */
    static void use() {
        String configured = System.getProperty(PROPERTY, "");
        boolean used = !configured.isEmpty() && isUsed(Path.of(configured));
        for (String other : OTHERS) {
            used = used || isUsed(Path.of(other));
        }
    }

    /** The folder, or {@code null} if it could not be created. */
    static @Nullable Path ofThisProcess() {
        return used;
    }

    private static boolean isUsed(Path root) {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try {
            removeLeftovers(root);
            Path folder = create(root);
            used = folder;
            System.setProperty(PROPERTY, folder.toString());
            System.setProperty(PROPERTY_OF_ZSTD, folder.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return true;
        } catch (IOException | UncheckedIOException ex) {
            return false;
        }
    }

    /** Another process may take the new folder for a leftover until it is locked. Then the next attempt makes another. */
    private static Path create(Path root) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Path folder = Files.createTempDirectory(root.toAbsolutePath(), PREFIX);
            Path lock = folder.resolve(LOCK);
            boolean kept = false;
            FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null && Files.exists(lock)) {
                    Files.delete(Files.write(folder.resolve("probe"), new byte[NEEDED]));
                    locked = channel;
                    kept = true;
                    return folder;
                }
            } finally {
                if (!kept) {
                    channel.close();
                    delete(folder);
                }
            }
        }
        throw new IOException(root + " has no room for a new folder");
    }

    /** The leftovers of other users stay. */
    private static void removeLeftovers(Path root) throws IOException {
        UserPrincipal user = Files.getOwner(Path.of("/proc/self"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                    removeLeftover(folder);
                }
            }
        }
    }

    private static void removeLeftover(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                delete(folder);
            }
        } catch (IOException ex) {
            // Another process removes it at the same time.
        }
    }

    /** Deletes as much as possible. It follows no links. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException ex) {
                    // The next start tries again.
                }
            });
        } catch (IOException | UncheckedIOException ex) {
            // The next start tries again.
        }
    }
}

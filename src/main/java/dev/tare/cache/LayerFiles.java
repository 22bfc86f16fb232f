package dev.tare.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The files of a cache folder. A file is written under a temporary name, and renamed as a whole. So it never has to be
 * locked, and a process may end at any time. Its modified time is the time of its last use. Links are not followed, and
 * files with other names are not touched.
 */
final class LayerFiles {

    /**
     * The largest file to write and to read, in bytes. A layer with two million files takes at most 160 MB. Its values take
     * several times the memory, and reading the layer anew takes less.
     */
    static final long LARGEST = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final Pattern NAME =
            Pattern.compile("sha(?:256-[0-9a-f]{64}|512-[0-9a-f]{128})-[0-9a-f]{16}[.]layer");

    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{16}[.]tmp");

    /** Writing takes seconds. A temporary file of this age belongs to a process that was killed. */
    private static final Duration STALE = Duration.ofHours(1);

    private final Path folder;

    private final FileAttribute<?>[] attributes;

    LayerFiles(Path folder) {
        this.folder = folder;
        this.attributes = isPosix(folder)
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The file of a layer for a scanner. */
    Path file(Digest layer, String version) {
        return this.folder.resolve(layer.algorithm() + "-" + layer.hex() + "-" + version + ".layer");
    }

    /** Returns the bytes of a file and marks it as used, or {@code null} if it cannot be read. */
    byte @Nullable [] read(Path file) {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            if (size > LARGEST) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Reading goes on.
            }
            use(file);
            return bytes.hasRemaining() ? null : bytes.array();
        } catch (IOException ex) {
            return null;
        }
    }

    /** Marks a file as used, and returns whether it exists. */
    boolean useIfPresent(Path file) {
        boolean isPresent = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (isPresent) {
            use(file);
        }
        return isPresent;
    }

    private static void use(Path file) {
        try {
            view(file).setTimes(FileTime.from(Instant.now()), null, null);
        } catch (IOException ex) {
            // Another process has just evicted it.
        }
    }

    private static BasicFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes a file that is damaged. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ex) {
            // It is damaged, so it is not used either.
        }
    }

    /**
     * Replaces a file as a whole, and returns its size in bytes.
     *
     * @throws IOException if it cannot be written; then nothing is left
     */
    long write(Path file, Content content) throws IOException {
        Path temporary = temporary();
        try {
            try (OutputStream out = create(temporary)) {
                content.write(out);
            }
            long size = Files.size(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return size;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), this.attributes));
    }

    /** Creates an empty temporary file, which shows who owns new files. The caller deletes it. */
    Path probe() throws IOException {
        Path probe = temporary();
        create(probe).close();
        return probe;
    }

    private Path temporary() {
        return this.folder.resolve(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".tmp");
    }

    /**
     * Deletes the least recently used layers until the others take at most this many bytes, and temporary files of
     * processes that were killed.
     *
     * @return the bytes of the others
     */
    long evict(long most) throws IOException {
        List<Stored> files = layers();
        files.sort(Comparator.comparing(Stored::used).thenComparing(Stored::path));
        long size = files.stream().mapToLong(Stored::size).sum();
        for (Stored file : files) {
            if (size <= most) {
                break;
            }
            Files.deleteIfExists(file.path());
            size -= file.size();
        }
        deleteTemporary(STALE);
        return size;
    }

    /** Deletes all layers and temporary files. A process that writes one of them keeps no layer. */
    void clear() throws IOException {
        evict(0);
        deleteTemporary(Duration.ZERO);
    }

    private void deleteTemporary(Duration age) throws IOException {
        Instant stale = Instant.now().minus(age);
        for (Stored file : list(TEMPORARY)) {
            if (!file.used().toInstant().isAfter(stale)) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    /** The files of all layers, also of other scanners. */
    List<Stored> layers() throws IOException {
        return list(NAME);
    }

    private List<Stored> list(Pattern name) throws IOException {
        List<Stored> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(this.folder,
                path -> name.matcher(path.getFileName().toString()).matches())) {
            for (Path path : all) {
                BasicFileAttributes attributes = attributes(path);
                if (attributes != null && attributes.isRegularFile()) {
                    files.add(new Stored(path, attributes.size(), attributes.lastModifiedTime()));
                }
            }
            return files;
        } catch (DirectoryIteratorException ex) {
            throw ex.getCause();
        }
    }

    /** {@code null} if another process has just deleted the file. */
    private static @Nullable BasicFileAttributes attributes(Path path) {
        try {
            return view(path).readAttributes();
        } catch (IOException ex) {
            return null;
        }
    }

    /** The content of a file. */
    @FunctionalInterface
    interface Content {

        void write(OutputStream out) throws IOException;
    }

    /**
     * A file of this cache.
     *
     * @param size in bytes
     * @param used the time of its last use
     */
    record Stored(Path path, long size, FileTime used) {}
}

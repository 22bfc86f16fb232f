package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.tare.archive.tar.EntryPath;
import dev.tare.archive.tar.PathEscapesException;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.Blobs;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.MissingEntryException;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** A folder with an image layout or an unpacked archive. No file outside of the folder is read. */
final class LayoutFolder implements Blobs {

    private final String name;

    private final Path root;

    private final Limits limits;

    private LayoutFolder(String name, Path root, Limits limits) {
        this.name = name;
        this.root = root;
        this.limits = limits;
    }

    static LayoutFolder open(String name, Path folder, Limits limits) throws IOException {
        return new LayoutFolder(name, folder.toRealPath(), limits);
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public boolean has(String path) {
        return find(path) != null;
    }

    @Override
    public String resolve(String path) {
        Path file = find(path);
        return file == null ? path : this.root.relativize(file).toString();
    }

    @Override
    public byte[] document(String path) {
        Path file = find(path);
        if (file == null) {
            throw MissingEntryException.document(this.name, path);
        }
        try (InputStream in = newInput(file)) {
            byte[] document = in.readNBytes(Math.toIntExact(this.limits.get(Limit.DOCUMENT_SIZE) + 1));
            if (document.length > this.limits.get(Limit.DOCUMENT_SIZE)) {
                throw new LimitExceededException(Limit.DOCUMENT_SIZE, this.limits.get(Limit.DOCUMENT_SIZE), path);
            }
            return document;
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, path, ex);
        }
    }

    @Override
    public InputStream open(String resolvedPath) throws IOException {
        return newInput(this.root.resolve(resolvedPath));
    }

    @Override
    public long size(String resolvedPath) {
        try {
            return Files.size(this.root.resolve(resolvedPath));
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, resolvedPath, ex);
        }
    }

    @Override
    public void close() {}

    private @Nullable Path find(String path) {
        try {
            Path file = follow(this.root.resolve(EntryPath.normalize(this.name, path)), path);
            if (file != null && !file.startsWith(this.root)) {
                throw new PathEscapesException(this.name, path);
            }
            return file != null && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException ex) {
            return null;
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, path, ex);
        }
    }

    private static @Nullable Path follow(Path file, String path) throws IOException {
        try {
            return file.toRealPath();
        } catch (AccessDeniedException ex) {
            throw ex;
        } catch (NoSuchFileException ex) {
            return null;
        } catch (FileSystemException ex) {
            if (Files.isSymbolicLink(file)) {
                throw UnsupportedImageException.linkCycle(path);
            }
            return null;
        }
    }

    private static InputStream newInput(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}

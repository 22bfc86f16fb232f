package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.tare.archive.tar.InvalidTarException;
import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.tar.TarReader;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.Blobs;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.ImagePlanner;
import dev.tare.source.format.MissingEntryException;
import dev.tare.source.format.UnsupportedImageException;

/** An archive in a file. One walk over its headers finds all entries, and each is opened at its offset. */
final class TarFile implements Blobs {

    private final String name;

    private final FileChannel channel;

    private final Limits limits;

    private final Deadline deadline;

    private final EntryIndex<Place> index;

    private TarFile(String name, FileChannel channel, Limits limits, Deadline deadline) {
        this.name = name;
        this.channel = channel;
        this.limits = limits;
        this.deadline = deadline;
        this.index = new EntryIndex<>(name);
    }

    static TarFile open(String name, Path file, Limits limits, Deadline deadline) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            TarFile tar = new TarFile(name, channel, limits, deadline);
            tar.readIndex();
            return tar;
        } catch (IOException | RuntimeException ex) {
            channel.close();
            throw ex;
        }
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public boolean has(String path) {
        return this.index.find(path) != null;
    }

    @Override
    public String resolve(String path) {
        return this.index.resolve(path);
    }

    @Override
    public byte[] document(String path) {
        Place place = this.index.find(path);
        if (place == null) {
            throw MissingEntryException.document(this.name, path);
        }
        if (place.size > this.limits.get(Limit.DOCUMENT_SIZE)) {
            throw new LimitExceededException(Limit.DOCUMENT_SIZE, this.limits.get(Limit.DOCUMENT_SIZE), path);
        }
        try {
            return open(place).readAllBytes();
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, path, ex);
        }
    }

    @Override
    public InputStream open(String resolvedPath) throws IOException {
        return open(place(resolvedPath));
    }

    @Override
    public long size(String resolvedPath) {
        return place(resolvedPath).size;
    }

    @Override
    public void close() throws IOException {
        this.channel.close();
    }

    private void readIndex() throws IOException {
        if (this.channel.size() > this.limits.get(Limit.ARCHIVE_SIZE)) {
            throw new LimitExceededException(Limit.ARCHIVE_SIZE, this.limits.get(Limit.ARCHIVE_SIZE), this.name);
        }
        try {
            readEntries();
        } catch (LimitExceededException ex) {
            throw ImagePlanner.isRootFileSystem(this) ? UnsupportedImageException.rootFileSystem(this.name) : ex;
        }
    }

    private void readEntries() throws IOException {
        TarReader reader = readerAt(0);
        TarEntry entry = reader.next();
        if (entry == null) {
            throw InvalidTarException.notATar(this.name, "it has no entries");
        }
        for (; entry != null; entry = reader.next()) {
            if (entry.isFile()) {
                this.index.putFile(entry.path(), new Place(reader.offset(), entry.size()));
            } else {
                this.index.putLink(entry);
            }
        }
    }

    private Place place(String resolvedPath) {
        Place place = this.index.find(resolvedPath);
        if (place == null) {
            throw new IllegalArgumentException(resolvedPath + " is not in " + this.name);
        }
        return place;
    }

    /** The headers are read again, because they state how the content is stored. */
    private InputStream open(Place place) throws IOException {
        TarReader reader = readerAt(place.offset);
        reader.next();
        return reader.content();
    }

    private TarReader readerAt(long offset) {
        return TarReader.ofArchive(new ChannelInput(this.channel, offset), this.name, this.limits, this.deadline);
    }

    private record Place(long offset, long size) {}
}

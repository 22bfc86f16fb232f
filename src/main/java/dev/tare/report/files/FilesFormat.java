package dev.tare.report.files;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.image.InvalidValueException;

import static java.util.stream.Collectors.joining;

/** The formats for lists of files. A new format is a new constant. */
public enum FilesFormat {

    TEXT((files, _, out) -> FilesText.write(files, out), FilesText::writeListed),

    CSV((files, _, out) -> FilesCsv.write(files, out), FilesCsv::writeListed),

    JSON(FilesJson::write, FilesJson::writeListed);

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final FilesWriter writer;

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ListedWriter listedWriter;

    FilesFormat(FilesWriter writer, ListedWriter listedWriter) {
        this.writer = writer;
        this.listedWriter = listedWriter;
    }

    /**
     * Parses the name of a format, in any case.
     *
     * @throws InvalidValueException if the value is invalid
     */
    public static FilesFormat parse(String text) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("format", text,
                        "one of " + Stream.of(values()).map(FilesFormat::toString).collect(joining(", "))));
    }

    /** Writes one line for each path, in the given order. */
    public void write(Iterable<FileEntry> files, FileOwners owners, Appendable out) throws IOException {
        this.writer.write(files, owners, out);
    }

    /** Writes files that the image only lists, and marks them as not verified. */
    public void writeListed(Iterable<FileEntry> files, Appendable out) throws IOException {
        this.listedWriter.write(files, out);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface FilesWriter {

        void write(Iterable<FileEntry> files, FileOwners owners, Appendable out) throws IOException;
    }

    @FunctionalInterface
    private interface ListedWriter {

        void write(Iterable<FileEntry> files, Appendable out) throws IOException;
    }
}

package dev.tare.report.files;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.image.InvalidValueException;

/** The formats for lists of files. A new format is a new constant. */
public enum FilesFormat {

    TEXT, CSV, JSON;

    /**
     * Parses {@code text}, {@code csv} or {@code json} in any case.
     *
     * @throws InvalidValueException if it is another text
     */
    public static FilesFormat parse(String text) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("format", text, "text, csv or json"));
    }

    /** Writes one line for each path, in the given order. */
    public void write(Iterable<FileEntry> files, FileOwners owners, Appendable out) throws IOException {
        switch (this) {
            case TEXT -> FilesText.write(files, out);
            case CSV -> FilesCsv.write(files, out);
            case JSON -> FilesJson.write(files, owners, out);
        }
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

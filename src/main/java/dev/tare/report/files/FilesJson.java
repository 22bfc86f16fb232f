package dev.tare.report.files;

import java.io.IOException;

import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.report.document.VisibleJson;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The merged tree as lines of JSON: an object for each path, with the column names of {@link FilesCsv}, and with its
 * package if any package database lists files.
 */
final class FilesJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(VisibleJson.factory())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private FilesJson() {}

    /** Writes one line for each path, in the given order. */
    static void write(Iterable<FileEntry> files, FileOwners owners, Appendable out) throws IOException {
        for (FileEntry entry : files) {
            out.append(MAPPER.writeValueAsString(row(entry, owners))).append('\n');
        }
    }

    /** Writes one more member with the evidence. */
    static void writeListed(Iterable<FileEntry> files, Appendable out) throws IOException {
        for (FileEntry entry : files) {
            FileRow.Listed row = new FileRow.Listed(FileRow.of(entry), FileRow.LISTED);
            out.append(MAPPER.writeValueAsString(row)).append('\n');
        }
    }

    private static Object row(FileEntry entry, FileOwners owners) {
        FileRow row = FileRow.of(entry);
        return owners.isKnown() ? new FileRow.Owned(row, owners.ownerOf(entry.path())) : row;
    }
}

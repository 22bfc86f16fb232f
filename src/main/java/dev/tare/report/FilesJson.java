package dev.tare.report;

import java.io.IOException;

import dev.tare.inspection.FileEntry;
import dev.tare.inspection.FileTree;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The merged tree as lines of JSON: an object for each path, with the names of {@link FilesCsv}'s columns. */
public final class FilesJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private FilesJson() {}

    /** Writes one line for each path, in the order of the paths. */
    public static void write(FileTree files, Appendable out) throws IOException {
        for (FileEntry entry : files.entries()) {
            out.append(MAPPER.writeValueAsString(FileRow.of(entry))).append('\n');
        }
    }
}

package dev.tare.source.archive;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.limits.Limits;
import dev.tare.source.BlobSource;
import dev.tare.source.ImageSource;
import dev.tare.source.format.ImageSelection;

/** Opens a docker archive or an OCI image layout as a source, from a file, a folder or a stream. */
public final class ArchiveSources {

    private ArchiveSources() {}

    /**
     * An archive, or a folder with an OCI image layout. It can be read several times, and keeps nothing open in
     * between.
     */
    public static ImageSource open(Path path, ImageSelection selection, Limits limits) {
        String name = nameOf(path);
        if (Files.isDirectory(path)) {
            return new BlobSource(name, deadline -> LayoutFolder.open(name, path, limits), selection, limits);
        }
        return new FileSource(name, path, selection, limits);
    }

    /**
     * An archive as a stream. It is read in one pass, keeps only small documents, and can be read once. The caller
     * closes the stream.
     *
     * @param name the name in errors and reports, such as the name of an uploaded file
     */
    public static ImageSource stream(String name, InputStream archive, ImageSelection selection, Limits limits) {
        return new StreamSource(name, archive, selection, limits);
    }

    static String nameOf(Path path) {
        Path fileName = path.toAbsolutePath().normalize().getFileName();
        return fileName == null ? path.toString() : fileName.toString();
    }
}

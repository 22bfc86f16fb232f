package dev.tare.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.InvalidBasesException;
import dev.tare.image.KnownBase;
import dev.tare.inspection.base.BasesFile;
import dev.tare.inspection.base.KnownBases;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Images that verify the base image. */
final class BaseOptions {

    static final String FILE = "JSON file of known base images, as \"tare base add\" writes it.";

    @Option(names = "--base", paramLabel = "ARCHIVE",
            description = "Archive of the base image, which verifies the base image if its layers are the lowest. "
                    + "May be repeated, for images with different base images.")
    private List<ImageArgument> archives = List.of();

    @Option(names = "--bases", paramLabel = "FILE", description = FILE)
    private @Nullable Path file;

    /** @throws CommandException if an archive or the file cannot be read */
    KnownBases read(ImageReader reader) {
        return new KnownBases(reader.readBases(this.archives),
                this.file == null ? List.of() : listed(this.file));
    }

    /** These images and the archives of base images. No output may overwrite them. */
    List<ImageArgument> with(List<ImageArgument> images) {
        return Stream.concat(images.stream(), this.archives.stream()).toList();
    }

    /** The file of known base images, or {@code null}. */
    @Nullable
    Path file() {
        return this.file;
    }

    static List<KnownBase> listed(Path file) {
        try {
            return BasesFile.read(file);
        } catch (InvalidBasesException ex) {
            throw new CommandException(Problem.with(file.toString(), ex), ex);
        }
    }
}

package dev.tare.command.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.image.InvalidBasesException;
import dev.tare.image.KnownBase;
import dev.tare.image.Platform;
import dev.tare.inspection.base.BasesFile;
import dev.tare.inspection.base.KnownBases;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Known base images, which verify the base image of others. */
public final class BaseOptions {

    static final String FILE = "JSON file of known base images, as \"tare base add\" writes it.";

    @Option(names = "--base", paramLabel = "IMAGE",
            description = "Base image, which is verified if its layers are the lowest of an image. It has the same "
                    + "forms as IMAGE. May be repeated, for images with different base images.")
    private List<ImageArgument> images = List.of();

    @Option(names = "--bases", paramLabel = "FILE", description = FILE)
    private @Nullable Path file;

    /** @throws CommandException if a base image or the file cannot be read */
    public KnownBases read(ImageReader reader) {
        return known(reader.readBases(this.images));
    }

    /**
     * Reads each platform of the base images that is one of these.
     *
     * @throws CommandException if a base image or the file cannot be read
     */
    KnownBases read(ImageReader reader, List<Platform> platforms) {
        List<KnownBase> bases = new ArrayList<>();
        for (ImageArgument image : this.images) {
            ImageArgument pinned = reader.pinned(image);
            reader.platforms(pinned)
                    .stream()
                    .filter(platform -> platforms.stream().anyMatch(platform::isSame))
                    .forEach(platform -> bases.add(reader.readBase(pinned, platform)));
        }
        return known(bases);
    }

    private KnownBases known(List<KnownBase> bases) {
        return new KnownBases(bases, this.file == null ? List.of() : listed(this.file));
    }

    /**
     * These images and the base images. No output may overwrite them.
     *
     * @throws CommandException if several are on standard input
     */
    public List<ImageArgument> with(List<ImageArgument> images) {
        List<ImageArgument> all = Stream.concat(images.stream(), this.images.stream()).toList();
        if (all.stream().filter(ImageArgument::isReadOnce).count() > 1) {
            throw new CommandException(List.of("Standard input (-) can be read only once. Give the other images by "
                    + "path or by name."), List.of());
        }
        return all;
    }

    /** The file of known base images, or {@code null}. */
    @Nullable
    public Path file() {
        return this.file;
    }

    /**
     * Reads a file of known base images.
     *
     * @throws CommandException if it cannot be read
     */
    public static List<KnownBase> listed(Path file) {
        try {
            return BasesFile.read(file);
        } catch (InvalidBasesException ex) {
            throw new CommandException(Problem.with(file.toString(), ex), ex);
        }
    }
}

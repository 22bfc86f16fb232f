package dev.tare.command;

import java.util.List;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.image.EachPlatform;
import dev.tare.command.image.ImageReader;
import dev.tare.command.terminal.CommandException;
import dev.tare.image.Digest;
import dev.tare.image.KnownBase;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.KnownBases;
import dev.tare.referrer.Referrer;
import dev.tare.registry.Traffic;
import dev.tare.source.ImageArgument;
import dev.tare.source.registry.PublishedReferrers;
import dev.tare.source.registry.RegistryArgument;
import dev.tare.toc.ListedFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The image of a command for one image, and the options for reading it. */
final class SingleImage {

    @Parameters(paramLabel = "IMAGE", description = TareCommand.IMAGE)
    private @Nullable ImageArgument image;

    @Mixin
    private ImageOptions options = new ImageOptions();

    /** The image argument as given. */
    String text() {
        return argument().text();
    }

    /** Whether each platform of the image is to be read. */
    boolean allPlatforms() {
        return this.options.allPlatforms();
    }

    /**
     * The platforms, with a search of signatures, which checks need.
     *
     * @throws CommandException if the platforms cannot be listed
     */
    EachPlatform eachPlatform(BaseOptions bases) {
        return EachPlatform.of(bases.reader(this.options.reader()).withSignatureSearch(), List.of(argument()));
    }

    /** @throws CommandException if it cannot be inspected */
    Inspection inspect() {
        return reader().inspect(List.of(argument())).getFirst().inspection();
    }

    /** @throws CommandException if its tables of contents cannot be read */
    ListedFiles list() {
        return reader().list(argument());
    }

    /**
     * Searches what the registry has beside the image.
     *
     * @throws CommandException if the image is not in a registry, or cannot be found
     */
    PublishedReferrers referrers(Traffic traffic) {
        return reader().referrers(argument(), traffic);
    }

    /** @throws CommandException if it is in a registry and cannot be found */
    @Nullable
    Digest root() {
        return reader().root(argument());
    }

    /** Requests each document from a registry only once from now on, so that a tag keeps its meaning. */
    void remember() {
        if (this.image instanceof RegistryArgument inRegistry) {
            this.image = inRegistry.remembering();
        }
    }

    /** @throws CommandException if the bill of materials cannot be read */
    byte[] document(Referrer referrer, Traffic traffic) {
        return reader().document(argument(), referrer, traffic);
    }

    /** @throws CommandException if it cannot be inspected, or a base image cannot be read */
    Inspection inspect(BaseOptions bases) {
        ImageReader reader = bases.reader(reader());
        return inspect(argument(), reader, bases.read(reader));
    }

    /**
     * The inspection with its base image as the known ones verify it.
     *
     * @throws CommandException if it cannot be inspected
     */
    static Inspection inspect(ImageArgument image, ImageReader reader, KnownBases known) {
        return graded(reader.inspect(List.of(image)).getFirst().inspection(), known);
    }

    /** The inspection with its base image as the known ones verify it. */
    static Inspection graded(Inspection inspection, KnownBases known) {
        return inspection.withBase(known.verify(inspection.image().name(), inspection.image(), inspection.base(),
                List.of()));
    }

    /**
     * Reads the image as a base image, or each of its platforms.
     *
     * @throws CommandException if it cannot be read
     */
    List<KnownBase> readBases() {
        ImageReader reader = this.options.reader();
        return allPlatforms() ? EachPlatform.of(reader, List.of(argument())).readBases()
                : reader.readBases(List.of(argument()));
    }

    /** The options for reading it. */
    ImageOptions options() {
        return this.options;
    }

    /** @throws CommandException if all platforms are to be read, but the command writes a document about one */
    ImageReader reader() {
        if (allPlatforms()) {
            throw new CommandException(List.of("This command reads one platform. Name it instead of --platform all, "
                    + "such as --platform linux/amd64."), List.of());
        }
        return this.options.reader();
    }

    ImageArgument argument() {
        if (this.image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return this.image;
    }
}

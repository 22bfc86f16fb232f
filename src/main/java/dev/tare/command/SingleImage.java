package dev.tare.command;

import java.util.List;

import dev.tare.image.KnownBase;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.KnownBases;
import dev.tare.source.ImageArgument;
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

    /** @throws CommandException if it cannot be inspected */
    Inspection inspect() {
        return this.options.reader().inspect(List.of(argument())).getFirst().inspection();
    }

    /** @throws CommandException if it cannot be inspected, or a base image cannot be read */
    Inspection inspect(BaseOptions bases) {
        ImageReader reader = this.options.reader();
        KnownBases known = bases.read(reader);
        Inspection inspection = reader.inspect(List.of(argument())).getFirst().inspection();
        return inspection.withBase(known.verify(inspection.image().name(), inspection.image(), inspection.base(),
                List.of()));
    }

    /** @throws CommandException if it cannot be read */
    KnownBase readBase() {
        return this.options.reader().readBases(List.of(argument())).getFirst();
    }

    ImageArgument argument() {
        if (this.image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return this.image;
    }
}

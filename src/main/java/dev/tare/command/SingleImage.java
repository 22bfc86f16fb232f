package dev.tare.command;

import java.util.List;

import dev.tare.inspection.Inspection;
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

    ImageArgument argument() {
        if (this.image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return this.image;
    }
}

package dev.tare.command;

import java.util.List;

import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for reading images. */
final class ImageOptions {

    @Option(names = "--platform", paramLabel = "OS/ARCH[/VARIANT]",
            description = "Which platform to take where an image has several (default: "
                    + "the only one, or this machine's).")
    private @Nullable Platform platform;

    @Option(names = "--limit", paramLabel = "NAME=VALUE",
            description = "Raises or lowers a limit on what reading an image may cost, such as "
                    + "layerTarSize=64GiB; the error of a limit that was passed has its name. May be repeated.")
    private List<LimitArgument> limits = List.of();

    /** A reader with these options. */
    ImageReader reader() {
        return new ImageReader(this.platform, LimitArgument.over(Limits.DEFAULTS, this.limits));
    }
}

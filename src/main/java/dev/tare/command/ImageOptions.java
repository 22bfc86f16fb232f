package dev.tare.command;

import java.util.List;

import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for reading images. */
final class ImageOptions {

    @Option(names = "--platform", paramLabel = "OS/ARCH[/VARIANT]",
            description = "Platform to select from an image that has several (default: the only one, or the one of "
                    + "this machine).")
    private @Nullable Platform platform;

    @Option(names = "--registries", paramLabel = "FILE",
            description = "JSON file with credentials, certificates and mirrors of registries (default: the variable "
                    + "TARE_REGISTRIES, or ~/.config/tare/registries.json if it exists).")
    private @Nullable RegistriesArgument registries;

    @Option(names = "--limit", paramLabel = "NAME=VALUE",
            description = "Raise or lower a limit on the cost of reading an image, such as layer-tar-size=64GiB "
                    + "or time=2h. An exceeded limit is an error with its name. May be repeated.")
    private List<LimitArgument> limits = List.of();

    /** A reader with these options. */
    ImageReader reader() {
        return new ImageReader(this.platform, LimitArgument.over(Limits.DEFAULTS, this.limits));
    }
}

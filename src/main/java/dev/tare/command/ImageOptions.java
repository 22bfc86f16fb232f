package dev.tare.command;

import java.util.List;

import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for reading images. */
final class ImageOptions {

    @Option(names = "--platform", paramLabel = "OS/ARCH[/VARIANT]",
            description = "Platform to select from an image that has several (default: the only one, or the one of "
                    + "this machine).")
    private @Nullable Platform platform;

    @Option(names = "--limit", paramLabel = "NAME=VALUE",
            description = "Raise or lower a limit on the cost of reading an image, such as layer-tar-size=64GiB "
                    + "or time=2h. An exceeded limit is an error with its name. May be repeated.")
    private List<LimitArgument> limits = List.of();

    @Option(names = "--no-cache",
            description = "Read each layer anew, and keep no result for the next command. \"tare cache\" shows the cache.")
    private boolean noCache;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** A reader with these options. */
    ImageReader reader() {
        Limits all = LimitArgument.over(Limits.DEFAULTS, this.limits);
        return new ImageReader(this.platform, all,
                () -> this.noCache ? KnownLayers.none() : CommandCache.layers(this.command, all));
    }
}

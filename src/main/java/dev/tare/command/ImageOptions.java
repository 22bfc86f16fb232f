package dev.tare.command;

import java.util.List;

import dev.tare.command.image.ImageReader;
import dev.tare.command.image.LimitArgument;
import dev.tare.command.terminal.ProgressDisplay;
import dev.tare.command.terminal.ProgressMode;
import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import dev.tare.sizes.PlatformSelection;
import dev.tare.source.KnownLayers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for reading images. */
final class ImageOptions {

    @Option(names = "--platform", paramLabel = "OS/ARCH[/VARIANT]|all",
            description = "Platform to select from an image that has several. With all, \"compare\", \"inspect\" and "
                    + "\"base add\" read each platform (default: the only one, or Linux on this machine's "
                    + "architecture, or linux/amd64).")
    private @Nullable PlatformSelection platform;

    /** Its converter selects the file for the images. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--registries", paramLabel = "FILE",
            description = "JSON file with credentials, certificates and mirrors of registries (default: the variable "
                    + "TARE_REGISTRIES, or ~/.config/tare/registries.json if it exists).")
    private @Nullable RegistriesArgument registries;

    @Option(names = "--limit", paramLabel = "NAME=VALUE",
            description = "Raise or lower a limit on the cost of reading an image, such as layer-tar-size=64GiB "
                    + "or time=2h. An exceeded limit is an error with its name. May be repeated.")
    private List<LimitArgument> limits = List.of();

    @Option(names = "--no-cache",
            description = "Read each layer anew, and keep no result for the next command. \"tare cache\" shows the cache.")
    private boolean noCache;

    @Option(names = "--progress", paramLabel = "auto|plain|none",
            description = "How standard error shows the progress while images are read: plain writes a line every few "
                    + "seconds (default: lines that are replaced on a terminal, otherwise none).")
    private @Nullable ProgressMode progress;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Whether each platform is to be read. */
    boolean allPlatforms() {
        return this.platform != null && this.platform.all();
    }

    /** The platform to read, or {@code null} for the default. */
    @Nullable
    Platform platform() {
        return this.platform == null ? null : this.platform.platform();
    }

    /** The limits on the cost of each image. */
    Limits limits() {
        return LimitArgument.over(Limits.DEFAULTS, this.limits);
    }

    /** A reader with these options. */
    ImageReader reader() {
        Limits all = limits();
        return new ImageReader(platform(), all,
                () -> this.noCache ? KnownLayers.none() : CommandCache.layers(this.command, all), this::display);
    }

    private ProgressDisplay display(List<String> images) {
        return new ProgressDisplay(
                this.progress == null ? TareCommand.surroundings(this.command).progress() : this.progress,
                TareCommand.commandLine(this.command).getErr(), images).start();
    }
}

package dev.tare.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.tare.command.image.ImageReader;
import dev.tare.command.output.FactsOutput;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.comparison.Comparison;
import dev.tare.image.InvalidImageException;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.Deadline;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Traffic;
import dev.tare.report.sizes.BaseCheckDocument;
import dev.tare.report.sizes.BaseCheckReport;
import dev.tare.report.sizes.BaseCheckReporter;
import dev.tare.sizes.BaseCheck;
import dev.tare.sizes.BaseChecker;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.source.ImageArgument;
import dev.tare.source.registry.RegistryArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare base check}. */
@Command(name = "check",
        description = "Check whether the tag of an image's base image has moved since the build, from manifests and configs "
                + "in registries.",
        exitCodeList = { TareCommand.SUCCESS_STATUS, BaseCheckCommand.MOVED_STATUS, TareCommand.ERROR_STATUS },
        footer = { "  tare base check registry.example.com/app:1.4",
                "  tare base check registry.example.com/app:1.4 --packages --format markdown",
                "  tare base check registry.example.com/app:1.4 --base debian:13" })
final class BaseCheckCommand implements Callable<Integer> {

    static final String MOVED_STATUS = "1:the tag of the base image has moved";

    private static final int MOVED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Option(names = "--base", paramLabel = "NAME",
            description = "Name of the base image, with or without its digest at the build (default: the annotation or "
                    + "label org.opencontainers.image.base.name).")
    private @Nullable String base;

    @Option(names = "--packages",
            description = "Compare the packages of both base images, too. This pulls their layers.")
    private boolean packages;

    @Mixin
    private FactsOutput output = new FactsOutput();

    @Override
    public Integer call() throws IOException {
        ImageReader reader = this.image.reader();
        this.output.check(List.of(this.image.argument()));
        BaseCheckReport report = report(reader);
        this.output.write(TareCommand.terminal(this.spec), BaseCheckDocument.of(report), report);
        return report.moved() ? MOVED : 0;
    }

    private BaseCheckReport report(ImageReader reader) {
        Traffic traffic = new Traffic();
        try {
            RegistryArgument argument = RegistryArgument.require(this.image.argument());
            ImageOptions options = this.image.options();
            BaseCheck check = new BaseChecker(options.limits(), Deadline.of(options.limits()), traffic).check(argument,
                    PlatformSelection.of(options.platform()), this.base);
            return BaseCheckReporter.report(argument.name(), check,
                    this.packages, this.packages ? bases(reader, argument, check) : null,
                    traffic);
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(this.image.argument(), ex), ex);
        }
    }

    /** Compares both base images, or returns {@code null} if there is only one. */
    private static @Nullable Comparison bases(ImageReader reader, RegistryArgument image, BaseCheck check) {
        ReferenceSizes before = check.before();
        if (before == null || !check.moved()) {
            return null;
        }
        List<ImageArgument> bases = Stream.of(before, check.now())
                .<ImageArgument>map(base -> RegistryArgument.parse(new ImageReference(check.base().registry(),
                        check.base().repository(), null, base.first().manifest()).toString(), image.registries()))
                .toList();
        return Comparison.of(reader.inspect(bases), KnownBases.NONE);
    }

}

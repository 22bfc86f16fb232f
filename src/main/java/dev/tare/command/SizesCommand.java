package dev.tare.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.LimitArgument;
import dev.tare.command.output.FactsOutput;
import dev.tare.command.terminal.Colors;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.policy.CompressedBudgets;
import dev.tare.policy.GrowthLimit;
import dev.tare.policy.check.Verdict;
import dev.tare.registry.Traffic;
import dev.tare.report.sizes.RegistrySizesDocument;
import dev.tare.report.sizes.RegistrySizesReport;
import dev.tare.report.sizes.RegistrySizesReporter;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.sizes.SizeReader;
import dev.tare.sizes.SizeReading;
import dev.tare.source.ImageArgument;
import dev.tare.source.registry.RegistryArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare sizes}. */
@Command(name = "sizes",
        description = "Show the compressed sizes of images in registries, without pulling a layer. The first image is "
                + "the reference.",
        customSynopsis = "tare sizes [OPTION]... REFERENCE...",
        exitCodeList = { TareCommand.SUCCESS_STATUS, TareCommand.NOT_KEPT_STATUS, TareCommand.ERROR_STATUS },
        footer = { "  tare sizes registry.example.com/app:main registry.example.com/app:pr-7 --max-growth 5%%",
                "  tare sizes eclipse-temurin:25-jre eclipse-temurin:25-jre-alpine --platform all",
                "  tare sizes registry.example.com/app:1.1 --max-compressed 150MB --format markdown" })
final class SizesCommand implements Callable<Integer> {

    /** The report has a row and a column for each image. */
    private static final int MAX_IMAGES = 50;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "REFERENCE...", hideParamSyntax = true,
            description = "Name of an image in a registry, such as registry.example.com/app:1.4. At most 50 names.")
    private List<ImageArgument> images = List.of();

    @Option(names = "--max-compressed", paramLabel = "SIZE",
            description = "Largest allowed compressed size of each image, such as 200MB or 190MiB.")
    private @Nullable ByteSize maxCompressed;

    @Option(names = "--max-growth", paramLabel = "SIZE|PERCENT",
            description = "Largest allowed growth of the compressed size over the first image, such as 20MB or 5%%.")
    private @Nullable GrowthLimit maxGrowth;

    @Option(names = "--platform", paramLabel = "OS/ARCH[/VARIANT]|all",
            description = "Platform to select from an image that has several. With all, a table has the sizes of each "
                    + "platform (default: the only one, or Linux on this machine's architecture, or linux/amd64).")
    private @Nullable PlatformSelection platform;

    /** Its converter selects the file for the images. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--registries", paramLabel = "FILE",
            description = "JSON file with credentials, certificates and mirrors of registries (default: the variable "
                    + "TARE_REGISTRIES, or ~/.config/tare/registries.json if it exists).")
    private @Nullable RegistriesArgument registries;

    @Option(names = "--limit", paramLabel = "NAME=VALUE",
            description = "Raise or lower a limit on the cost of reading an image, such as time=1m. An exceeded limit is an "
                    + "error with its name. May be repeated.")
    private List<LimitArgument> limits = List.of();

    @Mixin
    private FactsOutput output = new FactsOutput();

    @Option(names = "--color", paramLabel = "auto|always|never", defaultValue = "auto",
            description = "Colors of the text format. With auto, a terminal has colors unless NO_COLOR is set "
                    + "(default: ${DEFAULT-VALUE}).")
    private Colors colors = Colors.NONE;

    @Override
    public Integer call() throws IOException {
        if (this.images.size() > MAX_IMAGES) {
            throw new ParameterException(TareCommand.commandLine(this.spec),
                    "1 to " + MAX_IMAGES + " images are possible, but got " + this.images.size());
        }
        if (this.maxGrowth != null && this.images.size() == 1) {
            throw new ParameterException(TareCommand.commandLine(this.spec),
                    "--max-growth compares with the first image, so it needs two or more images");
        }
        this.output.check(this.images);
        RegistrySizesReport report = report(this.images.stream().map(this::inRegistry).toList());
        this.output.write(TareCommand.terminal(this.spec), RegistrySizesDocument.of(report), report, this.colors);
        if (report.verdict() == Verdict.UNKNOWN) {
            TareCommand.remark(this.spec, "no image has a platform of the first one, so --max-growth compared nothing");
            return TareCommand.ERROR;
        }
        return report.verdict() == Verdict.FAIL ? TareCommand.NOT_KEPT : 0;
    }

    private RegistryArgument inRegistry(ImageArgument image) {
        try {
            return RegistryArgument.require(image);
        } catch (InvalidValueException ex) {
            throw new CommandException(MaskedError.message(ex), ex);
        }
    }

    private RegistrySizesReport report(List<RegistryArgument> references) {
        PlatformSelection selection = this.platform == null ? PlatformSelection.DEFAULT : this.platform;
        Limits all = LimitArgument.over(Limits.DEFAULTS, this.limits);
        Traffic traffic = new Traffic();
        try {
            List<SizeReading> readings = new SizeReader(all)
                    .readNamed(references, selection, Deadline.of(all), traffic);
            return RegistrySizesReporter.report(references.stream().map(RegistryArgument::name).toList(),
                    sizes(references, readings), selection.all(),
                    new CompressedBudgets(this.maxCompressed, this.maxGrowth), traffic);
        } catch (UncheckedIOException ex) {
            throw new CommandException(Problem.with("tare sizes", ex), ex);
        }
    }

    /** The errors of all images together, so that one attempt shows them. */
    private static List<ReferenceSizes> sizes(List<RegistryArgument> references, List<SizeReading> readings) {
        List<ReferenceSizes> sizes = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            switch (readings.get(i)) {
                case SizeReading.Read(ReferenceSizes read) -> sizes.add(read);
                case SizeReading.Failed(InvalidImageException problem) -> {
                    messages.add(Problem.with(references.get(i).text(), problem));
                    causes.add(problem);
                }
            }
        }
        if (!messages.isEmpty()) {
            throw new CommandException(messages, causes);
        }
        return sizes;
    }
}

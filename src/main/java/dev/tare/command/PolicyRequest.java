package dev.tare.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.command.output.OutputOptions;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Baseline;
import dev.tare.policy.ImageFigures;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import dev.tare.policy.file.BaselineSource;
import dev.tare.policy.file.RecordedReport;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The policy of a command before its baseline is read.
 *
 * @param options of the command line
 * @param file    {@code null} without {@code --config}
 * @param scans   of the options and of the file
 */
record PolicyRequest(Policy options, @Nullable RequirementsFile file, VulnerabilityFiles scans) {

    /**
     * A request whose reports of scanners are read.
     *
     * @param scans of the options, each {@code [IMAGE=]FILE}
     * @throws CommandException if a report cannot be read
     */
    static PolicyRequest of(Policy options, @Nullable RequirementsFile file, List<String> scans) {
        return new PolicyRequest(options, file, VulnerabilityFiles.read(
                Stream.concat(file == null ? Stream.of() : file.content().vulnerabilities().stream(), scans.stream())
                        .toList()));
    }

    /**
     * Refuses to overwrite the baseline and the reports of scanners.
     *
     * @throws CommandException if an output is the image or the report that is the baseline, or a report of a scanner
     */
    void check(@Nullable CommandSpec spec, OutputOptions outputs) {
        this.scans.reports().forEach(report -> outputs.check(List.of(), Path.of(report.file())));
        switch (baseline()) {
            case BaselineSource.OtherImage(String text) -> outputs.check(List.of(image(spec, text)));
            case BaselineSource.Report(String path) -> outputs.check(List.of(), path(path));
            case BaselineSource.Position _ -> {}
            case null -> {}
        }
    }

    /**
     * The policy, with its baseline.
     *
     * @param images number of compared images, or 1
     * @param reader reads an image that is the baseline
     * @throws CommandException if the baseline cannot be read, or nothing is required that can be judged
     */
    Policy resolve(@Nullable CommandSpec spec, int images, Function<ImageArgument, Inspection> reader) {
        requireBaseline(images);
        if (this.file == null) {
            return this.options;
        }
        boolean hasBaseline = images > 1 || baseline() != null;
        this.file.requireSomething(this.options, hasBaseline);
        if (!hasBaseline && this.file.content().isRelative()) {
            TareCommand.remark(spec, "limits of growth are left out, also those on new files, because a single "
                    + "image has no baseline; name one in the file");
        }
        Baseline baseline = switch (baseline()) {
            case null -> Baseline.FIRST;
            case BaselineSource.Position(int position) -> compared(position, images);
            case BaselineSource.Report(String path) -> new Baseline.Other(RecordedReport.read(path, report(path)));
            case BaselineSource.OtherImage(String text) ->
                    new Baseline.Other(new ImageFigures(reader.apply(image(spec, text))));
        };
        return this.file.with(this.options, baseline);
    }

    /**
     * The policy for several platforms.
     *
     * @param images number of compared images, or 1
     * @throws CommandException if the baseline is an image for one platform, if the comparison has no image at its
     *                          position, if a limit of growth has no baseline, or if nothing is required
     */
    Policy ofEachPlatform(int images) {
        this.scans.refuseAllPlatforms();
        requireBaseline(images);
        if (baseline() != null && !(baseline() instanceof BaselineSource.Position)) {
            throw new CommandException(
                    List.of("The baseline of --config is of one platform. Name it instead of --platform "
                            + "all, such as --platform linux/amd64."),
                    List.of());
        }
        if (this.file == null) {
            return this.options;
        }
        this.file.requireSomething(this.options, true);
        Baseline baseline = baseline() instanceof BaselineSource.Position(int position)
                ? compared(position, images)
                : Baseline.FIRST;
        if (images == 1 && this.file.content().isRelative()) {
            throw new CommandException(List.of("--config limits growth, but a single image with --platform all has no "
                    + "baseline. Name a platform, such as --platform linux/amd64, and a baseline in the file."),
                    List.of());
        }
        return this.file.with(this.options, baseline);
    }

    /**
     * A gate on vulnerabilities that passes because nothing is compared would be wrong, whether an option or the file asks for
     * it.
     */
    private void requireBaseline(int images) {
        if (images > 1 || baseline() != null) {
            return;
        }
        Stream.concat(this.options.budgets().list().stream(),
                this.file == null ? Stream.of() : this.file.content().budgets().stream())
                .filter(budget -> budget.measure().isOfScanners() && budget.isRelative())
                .findFirst()
                .ifPresent(budget -> {
                    throw new CommandException(List.of(budget.id() + " needs another image. Use \"tare compare\", or "
                            + "name a baseline in the file of --config."), List.of());
                });
    }

    /** The baseline that the file names, or {@code null}. */
    private @Nullable BaselineSource baseline() {
        return this.file == null ? null : this.file.content().baseline();
    }

    /** The exit status for a verdict. A requirement that cannot be judged is an error. */
    static int status(@Nullable CommandSpec spec, Verdict verdict) {
        if (verdict == Verdict.UNKNOWN) {
            TareCommand.remark(spec, "a requirement cannot be judged; the report states why");
            return TareCommand.ERROR;
        }
        return verdict == Verdict.FAIL ? TareCommand.NOT_KEPT : 0;
    }

    private static Baseline compared(int position, int images) {
        if (position > images || images == 1) {
            throw new CommandException(List.of("The baseline of --config is image " + position
                    + " of the comparison, but there " + (images == 1 ? "is one image" : "are " + images)), List.of());
        }
        return new Baseline.Compared(position - 1);
    }

    private static ImageArgument image(@Nullable CommandSpec spec, String text) {
        try {
            ImageArgument image = TareCommand.sources(spec).parse(text);
            if (!image.isReadOnce()) {
                return image;
            }
        } catch (InvalidValueException ex) {
            throw new CommandException("The baseline of --config: " + MaskedError.message(ex), ex);
        }
        throw new CommandException(List.of("The baseline of --config cannot be standard input"), List.of());
    }

    private static byte[] report(String path) {
        return read(path(path), RecordedReport.MAX_BYTES, "a JSON report");
    }

    private static Path path(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException ex) {
            throw new CommandException(Problem.with("baseline", "not a path: " + path), ex);
        }
    }

    /**
     * The content of a file.
     *
     * @param most largest size in bytes
     * @param kind what the file should be, for the message about a larger one
     * @throws CommandException if it is larger, or cannot be read
     */
    static byte[] read(Path file, int most, String kind) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new CommandException(List.of(Problem.with(file.toString(),
                        "there are more than " + most + " bytes; is it " + kind + "?")), List.of());
            }
            return content;
        } catch (IOException ex) {
            throw new CommandException(Problem.with(file + " cannot be read", ex), ex);
        }
    }
}

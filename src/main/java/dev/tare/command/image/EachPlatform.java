package dev.tare.command.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.comparison.ComparedImage;
import dev.tare.image.KnownBase;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.LimitExceededException;
import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.json.PlatformReports;
import dev.tare.report.json.PlatformReports.NotCompared;
import dev.tare.report.json.PlatformReports.PlatformReport;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageArgument;

import static java.util.stream.Collectors.joining;

/** Reads the images of a command line platform by platform. Layers that platforms share are read once. */
public final class EachPlatform {

    private final ImageReader reader;

    private final List<ImageArgument> images;

    private final CommonPlatforms platforms;

    private EachPlatform(ImageReader reader, List<ImageArgument> images, CommonPlatforms platforms) {
        this.reader = reader;
        this.images = images;
        this.platforms = platforms;
    }

    /**
     * Lists the platforms of the images, and reads no layer. Each image is the one that its name means now.
     *
     * @throws CommandException if they cannot be listed, or no platform is in all images
     */
    public static EachPlatform of(ImageReader reader, List<ImageArgument> given) {
        List<ImageArgument> images = given.stream().map(reader::pinned).toList();
        List<List<Platform>> all = new ArrayList<>();
        for (ImageArgument image : images) {
            all.add(reader.platforms(image));
        }
        try {
            CommonPlatforms platforms = CommonPlatforms.of(all);
            if (platforms.common().isEmpty()) {
                throw new CommandException(List.of("The images have no platform in common: " + all.stream()
                        .map(one -> one.stream().map(EachPlatform::text).collect(joining(", ")))
                        .collect(joining("; ")) + "."), List.of());
            }
            return new EachPlatform(reader, images, platforms);
        } catch (LimitExceededException ex) {
            throw new CommandException(Problem.with("--platform all", ex), ex);
        }
    }

    /** Reads the base images for these platforms. */
    public KnownBases bases(BaseOptions options) {
        return options.read(this.reader, this.platforms.common().stream().map(List::getFirst).toList());
    }

    /** Reads each platform of the first image as a base image. */
    public List<KnownBase> readBases() {
        return this.platforms.common()
                .stream()
                .map(row -> this.reader.readBase(this.images.getFirst(), row.getFirst()))
                .toList();
    }

    /**
     * Reports each platform.
     *
     * @param verdict the verdict of a report
     * @throws CommandException if an image cannot be inspected
     */
    public <R> PlatformReports<R> report(Function<List<ComparedImage>, R> report, Function<R, Verdict> verdict) {
        Inspector inspector = this.reader.inspector();
        List<PlatformReport<R>> reports = new ArrayList<>();
        for (List<Platform> row : this.platforms.common()) {
            reports.add(new PlatformReport<>(text(row.getFirst()),
                    report.apply(this.reader.inspect(this.images, row, inspector))));
        }
        Set<Verdict> verdicts = reports.stream().map(one -> verdict.apply(one.report())).collect(Collectors.toSet());
        Verdict worst = verdicts.contains(Verdict.FAIL) ? Verdict.FAIL
                : verdicts.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN
                : Verdict.PASS;
        return new PlatformReports<>(ComparisonReport.SCHEMA_VERSION, worst, reports,
                this.platforms.partial().stream().map(this::notCompared).toList());
    }

    private NotCompared notCompared(CommonPlatforms.Partial partial) {
        return new NotCompared(text(partial.platform()),
                partial.images().stream().map(image -> Redaction.text(this.images.get(image).text())).toList());
    }

    private static String text(Platform platform) {
        return Redaction.text(platform.toString());
    }
}

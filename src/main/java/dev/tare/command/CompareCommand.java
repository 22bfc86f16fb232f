package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.image.EachPlatform;
import dev.tare.command.image.ImageReader;
import dev.tare.command.output.OutputOptions;
import dev.tare.command.output.PageWriter;
import dev.tare.comparison.Comparison;
import dev.tare.inspection.base.KnownBases;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.json.PlatformReports;
import dev.tare.report.section.Document;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare compare}. */
@Command(name = "compare", description = "Compare two or more images. The first is the reference.",
        customSynopsis = "tare compare [OPTION]... IMAGE IMAGE...",
        exitCodeList = { TareCommand.SUCCESS_STATUS, TareCommand.NOT_KEPT_STATUS, TareCommand.ERROR_STATUS },
        footer = { "  tare compare registry.example.com/app:1.0 registry.example.com/app:1.1 --max-growth 5%%",
                "  tare compare before.tar after.tar --format markdown --chart sizes.svg",
                "  tare compare registry.example.com/app:1.0 - < after.tar",
                "  tare compare before.tar after.tar --config tare.yml",
                "  tare compare app:1.0 app:1.1 --vulnerabilities old.json --vulnerabilities new.json",
                "  tare compare app:1.0 app:1.1 --platform all --format json" })
final class CompareCommand implements Callable<Integer> {

    private final PageWriter pages;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "IMAGE IMAGE...", hideParamSyntax = true,
            description = TareCommand.IMAGE)
    private List<ImageArgument> images = List.of();

    @Option(names = "--max-growth", paramLabel = "PERCENT",
            description = "Largest allowed growth of the uncompressed size over the first image, such as 5%%.")
    private @Nullable Percentage maxGrowth;

    @Mixin
    private ImageOptions imageOptions = new ImageOptions();

    @Mixin
    private BaseOptions baseOptions = new BaseOptions();

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Mixin
    private OutputOptions outputOptions = new OutputOptions();

    CompareCommand(PageWriter pages) {
        this.pages = pages;
    }

    @Override
    public Integer call() throws IOException {
        if (this.images.size() < 2) {
            throw new ParameterException(TareCommand.commandLine(this.spec),
                    "Two or more images are needed to compare, but got " + this.images.size());
        }
        this.outputOptions.check(this.baseOptions.with(this.images), this.policyOptions.files(this.baseOptions.file()));
        PolicyRequest request = this.policyOptions.read(this.maxGrowth);
        request.check(this.spec, this.outputOptions);
        return this.imageOptions.allPlatforms() ? compareEach(request.ofEachPlatform(this.images.size()))
                : compare(request);
    }

    private int compare(PolicyRequest request) throws IOException {
        ImageReader reader = this.baseOptions.reader(this.imageOptions.reader().withSignatureSearch());
        KnownBases known = this.baseOptions.read(reader);
        Policy policy = request.resolve(this.spec, this.images.size(),
                baseline -> SingleImage.inspect(baseline, reader, known));
        Comparison comparison = Comparison.of(reader.inspect(this.images), known);
        VulnerabilityFiles.Matched scanned = request.scans().match(comparison.images(), this.images, policy);
        ComparisonReport report = ComparisonReport.of(comparison, scanned.policy(), scanned.vulnerabilities());
        this.outputOptions.write(TareCommand.terminal(this.spec), report, this.pages);
        Remarks.unused(this.spec, report.policy().waivers());
        Remarks.scanned(this.spec, report.vulnerabilities());
        return PolicyRequest.status(this.spec, report.verdict());
    }

    private int compareEach(Policy policy) throws IOException {
        this.outputOptions.checkAllPlatforms();
        EachPlatform each =
                EachPlatform.of(this.baseOptions.reader(this.imageOptions.reader().withSignatureSearch()), this.images);
        KnownBases known = each.bases(this.baseOptions);
        PlatformReports<ComparisonReport> reports =
                each.report(images -> ComparisonReport.of(Comparison.of(images, known), policy),
                        ComparisonReport::verdict);
        this.outputOptions.write(TareCommand.terminal(this.spec), reports, this.outputOptions::writeText,
                Document::of);
        Remarks.platforms(this.spec, reports, ComparisonReport::policy);
        return PolicyRequest.status(this.spec, reports.verdict());
    }
}

package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.image.EachPlatform;
import dev.tare.command.image.ImageReader;
import dev.tare.command.output.OutputOptions;
import dev.tare.command.output.PageWriter;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.KnownBases;
import dev.tare.policy.Policy;
import dev.tare.report.InspectionReport;
import dev.tare.report.json.PlatformReports;
import dev.tare.report.section.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare inspect}. */
@Command(name = "inspect", description = "Describe one image: sizes, layers, software, secrets and checks.",
        exitCodeList = { TareCommand.SUCCESS_STATUS, TareCommand.NOT_KEPT_STATUS, TareCommand.ERROR_STATUS },
        footer = { "  tare inspect eclipse-temurin:25-jre", "  tare inspect - < after.tar",
                "  tare inspect after.tar --max-uncompressed 250MB --fail-on fail",
                "  tare inspect after.tar --config tare.yml --sarif tare.sarif --junit tare.xml" })
final class InspectCommand implements Callable<Integer> {

    private final PageWriter pages;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Mixin
    private BaseOptions baseOptions = new BaseOptions();

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Mixin
    private OutputOptions outputOptions = new OutputOptions();

    InspectCommand(PageWriter pages) {
        this.pages = pages;
    }

    @Override
    public Integer call() throws IOException {
        this.outputOptions.check(this.baseOptions.with(List.of(this.image.argument())),
                this.policyOptions.files(this.baseOptions.file()));
        PolicyRequest request = this.policyOptions.read(null);
        request.check(this.spec, this.outputOptions);
        return this.image.allPlatforms() ? inspectEach(request.ofEachPlatform(1)) : inspect(request);
    }

    private int inspect(PolicyRequest request) throws IOException {
        ImageReader reader = this.baseOptions.reader(this.image.reader().withSignatureSearch());
        KnownBases known = this.baseOptions.read(reader);
        Policy policy = request.resolve(this.spec, 1, baseline -> SingleImage.inspect(baseline, reader, known));
        Inspection inspection = SingleImage.inspect(this.image.argument(), reader, known);
        VulnerabilityFiles.Matched scanned =
                request.scans().match(List.of(inspection), List.of(this.image.argument()), policy);
        InspectionReport report = InspectionReport.of(inspection, scanned.policy(), scanned.vulnerabilities());
        this.outputOptions.write(TareCommand.terminal(this.spec), report, this.pages);
        Remarks.unused(this.spec, report.policy().waivers());
        Remarks.scanned(this.spec, report.vulnerabilities());
        return PolicyRequest.status(this.spec, report.verdict());
    }

    private int inspectEach(Policy policy) throws IOException {
        this.outputOptions.checkAllPlatforms();
        EachPlatform each = this.image.eachPlatform(this.baseOptions);
        KnownBases known = each.bases(this.baseOptions);
        PlatformReports<InspectionReport> reports = each.report(images -> InspectionReport.of(
                SingleImage.graded(images.getFirst().inspection(), known), policy), InspectionReport::verdict);
        this.outputOptions.write(TareCommand.terminal(this.spec), reports, this.outputOptions::writeText,
                Document::of);
        Remarks.platforms(this.spec, reports, InspectionReport::policy);
        return PolicyRequest.status(this.spec, reports.verdict());
    }
}

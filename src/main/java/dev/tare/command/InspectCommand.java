package dev.tare.command;

import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.inspection.Inspection;
import dev.tare.policy.Budgets;
import dev.tare.policy.ByteLimit;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import dev.tare.report.InspectionReport;
import dev.tare.report.SizeChart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare inspect}. */
@Command(name = "inspect", description = "Says what one image holds.")
final class InspectCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "IMAGE", description = TareCommand.IMAGE)
    private @Nullable ImageArgument image;

    @Option(names = "--max-uncompressed", paramLabel = "SIZE",
            description = "The most that the image may have uncompressed, such as 200MB or 190MiB.")
    private @Nullable ByteLimit maxUncompressed;

    @Mixin
    private ImageOptions imageOptions = new ImageOptions();

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Mixin
    private OutputOptions outputOptions = new OutputOptions();

    @Override
    public Integer call() {
        Policy policy = this.policyOptions.policy(new Budgets(this.maxUncompressed, null));
        Inspection inspection = this.imageOptions.reader().inspect(List.of(image())).getFirst();
        InspectionReport report = InspectionReport.of(inspection, policy);
        this.outputOptions.write(TareCommand.terminal(this.spec), this.outputOptions.format().write(report),
                SizeChart.of(report));
        TareCommand.tellUnused(this.spec, report.waivers());
        return report.verdict() == Verdict.FAIL ? TareCommand.NOT_KEPT : 0;
    }

    private ImageArgument image() {
        if (this.image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return this.image;
    }
}

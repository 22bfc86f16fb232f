package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.output.TextTarget;
import dev.tare.inspection.Inspection;
import dev.tare.report.sbom.SbomFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare sbom}. */
@Command(name = "sbom", description = "Write the bill of materials of one image as CycloneDX 1.6 or SPDX 2.3 JSON.",
        footer = { "  tare sbom after.tar --output sbom.cdx.json",
                "  tare sbom after.tar --format spdx --output sbom.spdx.json" })
final class SbomCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Mixin
    private BaseOptions baseOptions = new BaseOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "cyclonedx",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private SbomFormat format = SbomFormat.CYCLONEDX;

    @Mixin
    private TextTarget target = new TextTarget();

    @Override
    public Integer call() throws IOException {
        this.target.check(this.baseOptions.with(List.of(this.image.argument())), this.baseOptions.file());
        Inspection inspection = this.image.inspect(this.baseOptions);
        this.target.write(TareCommand.terminal(this.spec), writer -> this.format.write(inspection, writer));
        return 0;
    }
}

package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.output.TextTarget;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.inspection.Inspection;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.why.AmbiguousNameException;
import dev.tare.report.why.UnknownNameException;
import dev.tare.report.why.WhyDocument;
import dev.tare.report.why.WhyReport;
import dev.tare.report.why.WhyReporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare why}. */
@Command(name = "why", description = "Explain why an image contains a file, folder, package or library.",
        footer = { "  tare why eclipse-temurin:25-jre perl-base", "  tare why after.tar /usr/bin/perl",
                "  tare why after.tar /usr/share/i18n --format json" })
final class WhyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Parameters(index = "1", paramLabel = "PATH|PACKAGE",
            description = "Path with a leading slash, or name of a package or library. A name without a leading slash is a "
                    + "package first, then a path, then a library.")
    private String name = "";

    @Mixin
    private BaseOptions baseOptions = new BaseOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private TextTarget target = new TextTarget();

    @Override
    public Integer call() throws IOException {
        this.target.check(this.baseOptions.with(List.of(this.image.argument())), this.baseOptions.file());
        Inspection inspection = this.image.inspect(this.baseOptions);
        WhyReport report = report(inspection);
        this.target.write(TareCommand.terminal(this.spec),
                out -> this.format.write(WhyDocument.of(report), report, out));
        return 0;
    }

    private WhyReport report(Inspection inspection) {
        try {
            return WhyReporter.report(inspection, this.name);
        } catch (UnknownNameException | AmbiguousNameException ex) {
            throw new CommandException(Problem.with(this.image.text(), String.valueOf(ex.getMessage())), ex);
        }
    }
}

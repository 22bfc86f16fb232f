package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.output.FactsOutput;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.inspection.Inspection;
import dev.tare.report.why.AmbiguousNameException;
import dev.tare.report.why.UnknownNameException;
import dev.tare.report.why.WhyDocument;
import dev.tare.report.why.WhyReport;
import dev.tare.report.why.WhyReporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private FactsOutput output = new FactsOutput();

    @Override
    public Integer call() throws IOException {
        this.output.check(this.baseOptions.with(List.of(this.image.argument())), this.baseOptions.file());
        Inspection inspection = this.image.inspect(this.baseOptions);
        WhyReport report = report(inspection);
        this.output.write(TareCommand.terminal(this.spec), WhyDocument.of(report), report);
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

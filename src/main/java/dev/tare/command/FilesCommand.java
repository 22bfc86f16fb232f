package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.output.TextTarget;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.report.files.FilesFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare files}. */
@Command(name = "files", description = "List every path of one image as a container sees it, one per line.",
        footer = { "  tare files after.tar", "  tare files after.tar --format csv --output files.csv",
                "  tare files after.tar --unowned" })
final class FilesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FilesFormat format = FilesFormat.TEXT;

    @Mixin
    private TextTarget target = new TextTarget();

    @Option(names = "--unowned",
            description = "List only regular files that belong to no package of the operating system. Hard links to one "
                    + "file are listed once. It is an error if no package database lists the files of packages.")
    private boolean unowned;

    @Override
    public Integer call() throws IOException {
        this.target.check(List.of(this.image.argument()));
        Inspection inspection = this.image.inspect();
        List<FileEntry> files = this.unowned ? unowned(inspection.software().owners()) : inspection.files().entries();
        this.target.write(TareCommand.terminal(this.spec),
                writer -> this.format.write(files, inspection.software().owners(), writer));
        return 0;
    }

    private List<FileEntry> unowned(FileOwners owners) {
        if (!owners.isKnown()) {
            throw new CommandException(
                    List.of(Problem.with(this.image.text(), "No package database lists the files of its packages.")),
                    List.of());
        }
        return owners.unowned().toList();
    }
}

package dev.tare.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

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
@Command(name = "files", description = "Lists every path of one image as a container sees it, one on a line.")
final class FilesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FilesFormat format = FilesFormat.TEXT;

    @Mixin
    private TextTarget target = new TextTarget();

    @Option(names = "--unowned",
            description = "Lists only the regular files that came with no package of the operating system, "
                    + "hard-linked ones once.")
    private boolean unowned;

    @Override
    public Integer call() throws IOException {
        Inspection inspection = this.image.inspect();
        List<FileEntry> files = this.unowned ? unowned(inspection.software().owners()) : inspection.files().entries();
        this.target.write(TareCommand.terminal(this.spec),
                writer -> this.format.write(files, inspection.software().owners(), writer));
        return 0;
    }

    private List<FileEntry> unowned(FileOwners owners) {
        if (!owners.isKnown()) {
            throw new CommandException(
                    List.of(this.image.text() + ": No package database says which files its packages brought."),
                    List.of());
        }
        return owners.unowned().toList();
    }
}

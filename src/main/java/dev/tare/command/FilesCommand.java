package dev.tare.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare files}. */
@Command(name = "files", description = "Lists every path of one image as a container sees it, one on a line.")
final class FilesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "IMAGE", description = TareCommand.IMAGE)
    private @Nullable ImageArgument image;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FilesFormat format = FilesFormat.TEXT;

    @Option(names = "--output", paramLabel = "FILE",
            description = "Writes the list into the file, not to the terminal.")
    private @Nullable Path output;

    @Option(names = "--unowned",
            description = "Lists only the regular files that came with no package of the operating system, "
                    + "hard-linked ones once.")
    private boolean unowned;

    @Mixin
    private ImageOptions imageOptions = new ImageOptions();

    @Override
    public Integer call() throws IOException {
        Inspection inspection = this.imageOptions.reader().inspect(List.of(image())).getFirst();
        List<FileEntry> files = this.unowned ? unowned(inspection.software().owners()) : inspection.files().entries();
        new TextTarget(TareCommand.terminal(this.spec), this.output)
                .write(writer -> this.format.write(files, inspection.software().owners(), writer));
        return 0;
    }

    private List<FileEntry> unowned(FileOwners owners) {
        if (!owners.isKnown()) {
            throw new CommandException(
                    List.of(image().text() + ": No package database says which files its packages brought."),
                    List.of());
        }
        return owners.unowned().toList();
    }

    private ImageArgument image() {
        if (this.image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return this.image;
    }
}

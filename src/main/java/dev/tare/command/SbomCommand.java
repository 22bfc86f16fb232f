package dev.tare.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.inspection.Inspection;
import dev.tare.report.Sbom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare sbom}. */
@Command(name = "sbom", description = "Writes the bill of materials of one image, as CycloneDX 1.6 in JSON.")
final class SbomCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "IMAGE", description = TareCommand.IMAGE)
    private @Nullable ImageArgument image;

    @Option(names = "--output", paramLabel = "FILE",
            description = "Writes it into the file, not to the terminal.")
    private @Nullable Path output;

    @Mixin
    private ImageOptions imageOptions = new ImageOptions();

    @Override
    public Integer call() throws IOException {
        Inspection inspection = this.imageOptions.reader().inspect(List.of(image())).getFirst();
        new TextTarget(TareCommand.terminal(this.spec), this.output).write(writer -> Sbom.write(inspection, writer));
        return 0;
    }

    private ImageArgument image() {
        if (this.image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return this.image;
    }
}

package dev.tare.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.engine.EngineException;
import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare images}. */
@Command(name = "images",
        description = "List the images of the local engines, with the form in which other commands read them.",
        footer = { "  tare images", "  tare images --engine podman --format json" })
final class ImagesCommand implements Callable<Integer> {

    /** More images of an engine are not listed. */
    private static final int MAX_IMAGES = 10_000;

    private final Engines engines;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--engine", paramLabel = "ENGINE",
            description = "Engine to ask: ${COMPLETION-CANDIDATES} (default: each that answers).")
    private @Nullable EngineKind engine;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES}. With names, each line is an IMAGE for other commands "
                    + "(default: ${DEFAULT-VALUE}).")
    private ImagesFormat format = ImagesFormat.TEXT;

    ImagesCommand(Engines engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() {
        Deadline deadline = Deadline.of(Limits.DEFAULTS);
        List<ListedImage> images = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        List<EngineKind> kinds = this.engine == null ? List.of(EngineKind.values()) : List.of(this.engine);
        for (EngineKind kind : kinds) {
            try {
                this.engines.engine(kind, deadline)
                        .images(MAX_IMAGES)
                        .forEach(image -> images.addAll(ListedImage.of(kind, image)));
            } catch (InvalidImageException ex) {
                problems.add(Problem.with(kind.command(), ex));
                causes.add(ex);
            }
        }
        if (causes.size() == kinds.size()) {
            throw new CommandException(problems, causes);
        }
        for (int i = 0; i < causes.size(); i++) {
            if (!(causes.get(i) instanceof EngineException failure && failure.isAbsent())) {
                TareCommand.remark(this.spec, problems.get(i));
            }
        }
        PrintWriter terminal = TareCommand.terminal(this.spec);
        this.format.lines(images).forEach(terminal::println);
        return 0;
    }
}

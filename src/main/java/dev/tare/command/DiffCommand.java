package dev.tare.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import dev.tare.command.image.ImageReader;
import dev.tare.command.output.TextTarget;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.comparison.ComparedImage;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Limits;
import dev.tare.report.diff.FileText;
import dev.tare.report.diff.TextDiff;
import dev.tare.report.explore.Glob;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare diff}. */
@Command(name = "diff",
        description = "Show the changed lines of text files in two images, in the unified format. Files with secrets are "
                + "left out, and values that may be secret are masked.",
        exitCodeList = { TareCommand.SUCCESS_STATUS, DiffCommand.DIFFERENT_STATUS, TareCommand.ERROR_STATUS },
        footer = { "  tare diff before.tar after.tar", "  tare diff app:1.0 app:1.1 /etc '*.properties'",
                "  tare diff before.tar after.tar --new-file --unified 0" })
final class DiffCommand implements Callable<Integer> {

    static final String DIFFERENT_STATUS = "1:a file differs, and --exit-code is given";

    private static final int DIFFERENT = 1;

    private static final int MOST_CONTEXT = 1_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IMAGE",
            description = "Name or path of the first image. \"tare compare\" has the same forms, and standard input.")
    private @Nullable ImageArgument from;

    @Parameters(index = "1", paramLabel = "IMAGE", description = "Name or path of the second image.")
    private @Nullable ImageArgument to;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "PATH",
            description = "Files to compare: a path, a folder, or a pattern in which * stands for any characters and ? for "
                    + "one. A pattern without a slash matches names (default: all files that both images have).")
    private List<String> paths = List.of();

    @Option(names = { "-N", "--new-file" }, description = "Compare files that only one image has with an empty file.")
    private boolean newFile;

    @Option(names = { "-U", "--unified" }, paramLabel = "LINES", defaultValue = "3",
            description = "Equal lines around each change (default: ${DEFAULT-VALUE}).")
    private int context;

    @Option(names = "--exit-code", description = "Exit with 1 if a file differs.")
    private boolean exitCode;

    @Mixin
    private ImageOptions options = new ImageOptions();

    @Mixin
    private TextTarget target = new TextTarget();

    @Override
    public Integer call() throws IOException {
        List<ImageArgument> images = List.of(given(this.from), given(this.to));
        check(images);
        ImageReader reader = this.options.reader();
        List<ImageArgument> pinned = images.stream().map(reader::pinned).toList();
        List<ComparedImage> inspected = reader.inspect(pinned);
        TextDiff diff = TextDiff.between(inspected.getFirst().inspection(), inspected.getLast().inspection(), filter(),
                this.newFile);
        if (diff.isEmpty()) {
            TareCommand.remark(this.spec, "no file differs" + (this.paths.isEmpty() ? "" : " among those that match"));
        }
        String text = diff.write(read(pinned.getFirst(), diff::readFrom), read(pinned.getLast(), diff::readTo),
                this.context);
        this.target.write(TareCommand.terminal(this.spec), out -> out.write(text));
        return this.exitCode && !diff.isEmpty() ? DIFFERENT : 0;
    }

    private void check(List<ImageArgument> images) {
        if (this.context < 0 || this.context > MOST_CONTEXT) {
            throw new ParameterException(TareCommand.commandLine(this.spec),
                    "Not a number of lines: " + this.context + ". Expected 0 to " + MOST_CONTEXT);
        }
        if (this.options.allPlatforms()) {
            throw new CommandException(List.of("This command reads one platform. Name it instead of --platform all, "
                    + "such as --platform linux/amd64."), List.of());
        }
        if (images.stream().anyMatch(ImageArgument::isReadOnce)) {
            throw new CommandException(
                    List.of("tare diff reads each image twice, so standard input is not possible. Give a path or a name."),
                    List.of());
        }
        this.target.check(images);
    }

    /** Selects a path, all files below a folder, or the matches of a pattern. */
    private Predicate<String> filter() {
        if (this.paths.isEmpty()) {
            return path -> true;
        }
        List<Glob> globs = this.paths.stream().map(Glob::new).toList();
        List<String> folders = this.paths.stream().map(DiffCommand::withoutSlashes).toList();
        return path -> globs.stream().anyMatch(glob -> glob.matches(path))
                || folders.stream().anyMatch(folder -> folder.isEmpty() || path.startsWith(folder + "/"));
    }

    private static String withoutSlashes(String path) {
        String start = path.startsWith("/") ? path.substring(1) : path;
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }

    private Map<Digest, FileText> read(ImageArgument image,
            BiFunction<ImageSource, Limits, Map<Digest, FileText>> read) {
        Limits limits = this.options.limits();
        try {
            return read.apply(image.open(this.options.platform(), limits), limits);
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    private static ImageArgument given(@Nullable ImageArgument image) {
        if (image == null) {
            throw new IllegalStateException("picocli sets what is required");
        }
        return image;
    }
}

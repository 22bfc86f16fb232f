package dev.tare.command;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.command.image.LimitArgument;
import dev.tare.command.image.LocalCopies;
import dev.tare.command.output.ChartFile;
import dev.tare.command.output.FilePath;
import dev.tare.command.output.OutputFormat;
import dev.tare.command.output.PageWriter;
import dev.tare.command.terminal.Colors;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.command.terminal.ProgressMode;
import dev.tare.command.terminal.StandardOutput;
import dev.tare.engine.EngineKind;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.FailOn;
import dev.tare.policy.GrowthLimit;
import dev.tare.policy.Percentage;
import dev.tare.policy.Waiver;
import dev.tare.registry.Registries;
import dev.tare.report.document.VisibleText;
import dev.tare.report.files.FilesFormat;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.sbom.SbomFormat;
import dev.tare.secret.redaction.Redaction;
import dev.tare.sizes.PlatformSelection;
import dev.tare.source.ImageArgument;
import dev.tare.source.open.ImageSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code tare} command, which contains the others. */
@Command(name = "tare", description = "Compare container images: sizes, layers, files and software.",
        subcommands = HelpCommand.class,
        scope = CommandLine.ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = VersionCommand.class,
        synopsisSubcommandLabel = "COMMAND", footerHeading = "%nExamples:%n",
        footer = { "  tare compare registry.example.com/app:1.0 registry.example.com/app:1.1",
                "  tare compare --help" },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = { TareCommand.SUCCESS_STATUS, TareCommand.ERROR_STATUS },
        exitCodeOnInvalidInput = TareCommand.ERROR, exitCodeOnExecutionException = TareCommand.ERROR)
public final class TareCommand {

    static final String IMAGE =
            "Name of an image in a registry, such as registry.example.com/app:1.4; name or ID of an "
                    + "image in a local engine after docker:// or podman://; or path of a docker archive, or of an OCI image "
                    + "layout as an archive or a folder. PATH#NAME selects one of several "
                    + "images by its tag, name or digest. - is an archive on standard input.";

    static final String SUCCESS_STATUS = "0:success";

    /** Only commands with budgets have this status. */
    static final String NOT_KEPT_STATUS = "1:a budget is exceeded, another requirement is not kept, or a check has a "
            + "verdict that --fail-on selects";

    static final String ERROR_STATUS = "2:an error, described on standard error";

    /** The exit status if a budget is exceeded, or a check fails and {@code --fail-on} names its verdict. */
    static final int NOT_KEPT = 1;

    /** The exit status after an error. */
    public static final int ERROR = 2;

    private static final String DEBUG = "TARE_DEBUG";

    /** In the order of the help. */
    private static final List<String> SUBCOMMANDS =
            List.of("compare", "inspect", "sizes", "files", "diff", "why", "sbom",
                    "referrers", "images", "base", "cache", "schema", "licenses", "serve", "completion", "version");

    private static final Set<String> OWN_OPTIONS = Set.of("--help", "--version");

    private final Surroundings surroundings;

    private final ImageSources sources;

    private TareCommand(Surroundings surroundings, ImageSources sources) {
        this.surroundings = surroundings;
        this.sources = sources;
    }

    /**
     * Whether these are arguments of the command, and not properties of the service such as {@code --server.port=80}.
     */
    public static boolean takes(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("--") || OWN_OPTIONS.contains(arguments[0]));
    }

    /**
     * Runs the command that the arguments name, on this process's own output.
     *
     * @param pages  writes reports as HTML
     * @return the exit status
     */
    public static int run(Service service, PageWriter pages, String... arguments) {
        return run(service, pages, Surroundings.ofThisProcess(isTerminal()), StandardOutput.open(),
                StandardOutput.writer(System.err),
                arguments);
    }

    /** Runs the command elsewhere. */
    static int run(Service service, PageWriter pages, Surroundings surroundings, PrintWriter out, PrintWriter err,
            String... arguments) {
        LocalCopies copies = new LocalCopies(surroundings.engines());
        CommandLine commandLine = commandLine(service, pages, surroundings, copies, arguments);
        commandLine.setOut(out).setErr(err).setUsageHelpWidth(100).setExpandAtFiles(false);
        commandLine.setParameterExceptionHandler(TareCommand::invalid)
                .setExecutionExceptionHandler(
                        (problem, failed, parsed) -> failed(problem, failed, failed.getCommandName()));
        commandLine.setExecutionStrategy(parsed -> {
            copies.start();
            return new RunLast().execute(parsed);
        });
        int status = execute(commandLine, arguments);
        copies.notes().forEach(note -> report(commandLine, note));
        return out.checkError() ? unwritable(commandLine) : status;
    }

    /**
     * The command with the subcommands that it needs for these arguments. Without arguments, it has all of them. Reading the
     * options of all subcommands would take longer than some of them run.
     *
     * @param copies receives each image of the command line
     */
    static CommandLine commandLine(Service service, PageWriter pages, Surroundings surroundings, LocalCopies copies,
            String... arguments) {
        RegistriesArgument registries = new RegistriesArgument();
        ImageSources sources = new ImageSources(Registries.ofThisUser(registries::file), surroundings.engines());
        CommandLine commandLine = new CommandLine(new TareCommand(surroundings, sources));
        needed(arguments)
                .forEach(name -> commandLine.addSubcommand(name, subcommand(name, service, pages, surroundings)));
        convert(commandLine);
        commandLine.registerConverter(ProgressMode.class,
                text -> converted(text, choice -> ProgressMode.parse(choice, surroundings.progress())));
        commandLine.registerConverter(RegistriesArgument.class, registries::select);
        commandLine.registerConverter(ImageArgument.class, text -> converted(text, given -> {
            ImageArgument image = sources.parse(given);
            copies.add(image);
            return image;
        }));
        commandLine.registerConverter(Colors.class,
                text -> converted(text, choice -> Colors.parse(choice, surroundings.colors())));
        return commandLine;
    }

    /** Help, completion and suggestions for unknown commands need all subcommands. */
    private static List<String> needed(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return SUBCOMMANDS.contains(first) && !first.equals("completion") ? List.of(first) : SUBCOMMANDS;
    }

    private static Object subcommand(String name, Service service, PageWriter pages, Surroundings surroundings) {
        return switch (name) {
            case "compare" -> new CompareCommand(pages);
            case "inspect" -> new InspectCommand(pages);
            case "sizes" -> new SizesCommand();
            case "files" -> new FilesCommand();
            case "diff" -> new DiffCommand();
            case "why" -> new WhyCommand();
            case "sbom" -> new SbomCommand();
            case "referrers" -> new ReferrersCommand();
            case "images" -> new ImagesCommand(surroundings.engines());
            case "base" -> new BaseCommand();
            case "cache" -> new CacheCommand();
            case "schema" -> new SchemaCommand();
            case "licenses" -> new LicensesCommand();
            case "serve" -> new ServeCommand(service);
            case "completion" -> new CompletionCommand();
            case "version" -> new VersionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Without a terminal, there may be a console or not, depending on its implementation. */
    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** A writer hides its failures. Without this check, a report could be incomplete without notice. */
    private static int unwritable(CommandLine commandLine) {
        report(commandLine, StandardOutput.UNWRITABLE);
        commandLine.getErr().flush();
        return ERROR;
    }

    /** Reports an exception or error that no command handles. */
    public static void report(Throwable problem) {
        System.err.println("tare: " + VisibleText.of(Problem.with("tare", problem)));
    }

    private static int execute(CommandLine commandLine, String[] arguments) {
        try {
            return commandLine.execute(Stream.of(arguments).map(TareCommand::asImage).toArray(String[]::new));
        } catch (Throwable ex) {
            return failed(ex, commandLine, commandLine.getCommandName());
        }
    }

    /** What the command finds where it runs. */
    static Surroundings surroundings(@Nullable CommandSpec spec) {
        return root(spec).surroundings;
    }

    /** The sources of images that are no arguments. */
    static ImageSources sources(@Nullable CommandSpec spec) {
        return root(spec).sources;
    }

    private static TareCommand root(@Nullable CommandSpec spec) {
        return (TareCommand) commandLine(spec).getCommandSpec().root().userObject();
    }

    /** An option begins with a hyphen, too. An image of an archive on standard input has a longer form. */
    private static String asImage(String argument) {
        return argument.startsWith("-#") ? "archive:" + argument : argument;
    }

    static PrintWriter terminal(@Nullable CommandSpec spec) {
        return commandLine(spec).getOut();
    }

    /** Writes a remark to standard error. */
    static void remark(@Nullable CommandSpec spec, String message) {
        report(commandLine(spec), message);
    }

    static CommandLine commandLine(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of a command before it is called");
        }
        return spec.commandLine();
    }

    private static void convert(CommandLine commandLine) {
        commandLine.registerConverter(LimitArgument.class, text -> converted(text, LimitArgument::parse));
        commandLine.registerConverter(Path.class, text -> converted(text, FilePath::parse));
        commandLine.registerConverter(ChartFile.class, text -> converted(text, ChartFile::parse));
        commandLine.registerConverter(OutputFormat.class, text -> converted(text, OutputFormat::parse));
        commandLine.registerConverter(ReportFormat.class, text -> converted(text, ReportFormat::parse));
        commandLine.registerConverter(FilesFormat.class, text -> converted(text, FilesFormat::parse));
        commandLine.registerConverter(ImagesFormat.class, text -> converted(text, ImagesFormat::parse));
        commandLine.registerConverter(EngineKind.class, text -> converted(text, EngineKind::parse));
        commandLine.registerConverter(SbomFormat.class, text -> converted(text, SbomFormat::parse));
        commandLine.registerConverter(PlatformSelection.class, text -> converted(text, PlatformSelection::parse));
        commandLine.registerConverter(ByteSize.class, text -> converted(text, ByteSize::parse));
        commandLine.registerConverter(Waiver.class, text -> converted(text, Waiver::parse));
        commandLine.registerConverter(FailOn.class, text -> converted(text, FailOn::parse));
        commandLine.registerConverter(GrowthLimit.class, text -> converted(text, GrowthLimit::parse));
        commandLine.registerConverter(Percentage.class, text -> converted(text, Percentage::parse));
    }

    private static <T> T converted(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValueException ex) {
            throw new TypeConversionException(MaskedError.message(ex));
        }
    }

    private static int invalid(ParameterException problem, String[] arguments) {
        CommandLine commandLine = problem.getCommandLine();
        report(commandLine, Redaction.sentence(String.valueOf(problem.getMessage())));
        UnmatchedArgumentException.printSuggestions(problem, commandLine.getErr());
        commandLine.getErr().println("See " + commandLine.getCommandSpec().qualifiedName() + " --help");
        return ERROR;
    }

    private static int failed(Throwable problem, CommandLine commandLine, String command) {
        List<String> messages = problem instanceof CommandException known ? known.messages()
                : List.of(Problem.with(command, problem));
        messages.forEach(message -> report(commandLine, message));
        if (System.getenv(DEBUG) != null) {
            MaskedError.of(problem).printStackTrace(commandLine.getErr());
        }
        commandLine.getErr().flush();
        return ERROR;
    }

    /** @param message masked, because an argument may contain a secret */
    private static void report(CommandLine commandLine, String message) {
        commandLine.getErr().println("tare: " + VisibleText.of(message));
    }

    /** Starts the web page and the API, and returns once they run. The command does not depend on the implementation. */
    @FunctionalInterface
    public interface Service {

        /**
         * Starts it with Spring Boot's arguments.
         *
         * @return the exit status, which is 0 if it runs
         */
        int start(List<String> arguments);
    }
}

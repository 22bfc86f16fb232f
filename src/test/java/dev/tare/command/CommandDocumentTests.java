package dev.tare.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.command.image.LocalCopies;
import dev.tare.command.terminal.ProgressMode;
import dev.tare.engine.Engines;
import dev.tare.fixture.GeneratedDocument;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Generates the lower part of docs/CLI.md from the model of the command line. */
class CommandDocumentTests {

    private static final GeneratedDocument DOCUMENT =
            new GeneratedDocument(Path.of("docs", "CLI.md"), CommandDocumentTests.class);

    private static final Engines ENGINES = Engines.ofThisUser();

    private static final CommandSpec TARE = TareCommand.commandLine(_ -> 0, (_, _) -> {},
            new Surroundings(Map.of(), ENGINES, false, ProgressMode.NONE), new LocalCopies(ENGINES)).getCommandSpec();

    @Test
    void documentDescribesEveryCommand() throws IOException {
        DOCUMENT.assertContains(commands().map(CommandDocumentTests::section).collect(joining("\n")));
    }

    @Test
    void documentListsTheExitStatusesOfTheCommands() throws IOException {
        assertThat(commands()).allSatisfy(
                command -> assertThat(exitStatuses(command)).containsAllEntriesOf(exitStatuses(TARE)));
        Set<Map.Entry<String, String>> all = new HashSet<>();
        commands().forEach(command -> all.addAll(exitStatuses(command).entrySet()));
        assertThat(all).extracting(Map.Entry::getKey).containsOnly("0", "1", "2");
        assertThat(DOCUMENT.read()).contains(all.stream()
                .map(status -> "| " + status.getKey() + " | " + status.getValue() + " |\n")
                .toList());
    }

    @Test
    void everyCommandHasAnExampleAndEveryOptionADescription() {
        assertThat(commands()).allSatisfy(command -> {
            assertThat(command.usageMessage().footer()).isNotEmpty()
                    .allMatch(line -> line.startsWith("  " + command.qualifiedName()));
            assertThat(arguments(command)).extracting(CommandDocumentTests::description)
                    .allMatch(text -> text
                            .endsWith("."));
        });
    }

    private static Stream<CommandSpec> commands() {
        return commands(TARE);
    }

    /** The commands that do something. Others only contain them. */
    private static Stream<CommandSpec> commands(CommandSpec parent) {
        return parent.subcommands()
                .values()
                .stream()
                .map(command -> command.getCommandSpec())
                .filter(command -> !command.helpCommand())
                .flatMap(command -> command.subcommands().isEmpty() ? Stream.of(command) : commands(command));
    }

    private static Map<String, String> exitStatuses(CommandSpec command) {
        return command.usageMessage().exitCodeList();
    }

    private static String section(CommandSpec command) {
        return "## `" + command.qualifiedName() + "`\n\n"
                + plain(String.join(" ", command.usageMessage().description()))
                + "\n\n```text\n" + synopsis(command) + "\n```\n" + table(command) + "\nExamples:\n\n```shell\n"
                + Stream.of(command.usageMessage().footer()).map(line -> plain(line).strip() + "\n").collect(joining())
                + "```\n";
    }

    private static String synopsis(CommandSpec command) {
        String parameters = command.positionalParameters()
                .stream()
                .map(parameter -> parameter.required() ? parameter.paramLabel()
                        : '[' + parameter.paramLabel() + "...]")
                .collect(joining(" "));
        String[] custom = command.usageMessage().customSynopsis();
        return custom.length > 0 ? String.join("\n", custom)
                : Stream.of(command.qualifiedName(), arguments(command).size() == command.positionalParameters().size()
                        ? ""
                        : "[OPTION]...", parameters).filter(part -> !part.isEmpty()).collect(joining(" "));
    }

    private static String table(CommandSpec command) {
        return arguments(command).isEmpty() ? ""
                : arguments(command).stream()
                        .map(CommandDocumentTests::row)
                        .collect(joining("", "\n| argument | description | default |\n|---|---|---|\n", ""));
    }

    /** Without the help and the version, which every command has. */
    private static List<? extends ArgSpec> arguments(CommandSpec command) {
        return Stream.concat(command.positionalParameters().stream(),
                command.options().stream().filter(option -> !option.usageHelp() && !option.versionHelp())).toList();
    }

    private static String row(ArgSpec argument) {
        String name = switch (argument) {
            case OptionSpec option -> String.join("`, `", option.names())
                    + (option.arity().max() == 0 ? "" : ' ' + option.paramLabel());
            case PositionalParamSpec parameter -> parameter.paramLabel();
            default -> throw new IllegalStateException("neither option nor parameter: " + argument);
        };
        String[] parts = description(argument).split(" \\(default: ");
        String value = parts.length > 1 ? parts[1].replaceFirst("\\)\\.$", "") : "";
        return "| `" + name.replace("|", "\\|") + "` | " + parts[0] + (parts.length > 1 ? "." : "") + " | " + value
                + " |\n";
    }

    private static String description(ArgSpec argument) {
        return plain(String.join(" ", argument.description()));
    }

    /** Descriptions are format strings. */
    private static String plain(String text) {
        return text.replace("%%", "%").replace("%n", "");
    }
}

package dev.tare.command;

import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion of the command for fish: a line for each command and option, with its description. */
final class FishCompletion {

    /** Lists images only after a prefix of an engine, because that starts the command. */
    private static final String IMAGES = """
            # The images of local engines after docker: and podman:
            function __tare_images
                set -l word (commandline -ct)
                if string match -qr '^(docker|podman):' -- $word
                    command tare images --engine (string split -f1 : -- $word) --format names 2>/dev/null
                end
            end
            complete -c tare -n 'not __fish_use_subcommand' -a '(__tare_images)'
            """;

    private final StringBuilder script = new StringBuilder(IMAGES);

    private FishCompletion() {}

    static String of(CommandLine tare) {
        FishCompletion completion = new FishCompletion();
        completion.add(tare, "__fish_use_subcommand", List.of());
        return completion.script.toString();
    }

    /**
     * @param at   the condition under which the command has this place
     * @param path the names of the commands down to this one
     */
    private void add(CommandLine command, String at, List<String> path) {
        String within = path.isEmpty() ? at : condition(path);
        command.getCommandSpec()
                .options()
                .stream()
                .filter(option -> !option.hidden())
                .forEach(option -> add(option, within));
        command.getSubcommands().forEach((name, child) -> {
            line(within, "-f -a " + quoted(name), child.getCommandSpec());
            add(child, at, Stream.concat(path.stream(), Stream.of(name)).toList());
        });
    }

    private static String condition(List<String> path) {
        return String.join("; and ", path.stream().map(name -> "__fish_seen_subcommand_from " + name).toList());
    }

    private void add(OptionSpec option, String within) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        String value = option.arity().max() > 0 ? " -r" : "";
        line(within, names.substring(1) + value, first(option.description()));
    }

    private void line(String within, String what, CommandSpec command) {
        line(within, what, first(command.usageMessage().description()));
    }

    private void line(String within, String what, String description) {
        this.script.append("complete -c tare -n ")
                .append(quoted(within))
                .append(' ')
                .append(what)
                .append(description.isEmpty() ? "" : " -d " + quoted(description))
                .append('\n');
    }

    /** The first sentence, without variables of picocli. */
    private static String first(String[] description) {
        String text = String.join(" ", description).replaceAll("\\s*\\([^()]*\\$\\{[^()]*\\)", "");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[.]$", "").replace("%%", "%");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

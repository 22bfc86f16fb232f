package dev.tare.inspection.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.image.ContainerConfig;
import dev.tare.image.ErrorText;
import dev.tare.image.HistoryEntry;
import dev.tare.image.ImageConfig;

/**
 * A step of the history that sets the command or entrypoint, and creates no layer.
 *
 * @param createdBy the step without its secrets
 * @param layers    the number of layers below it
 * @param kept      whether the image may still have the command
 */
record CommandStep(String createdBy, int layers, boolean kept) {

    /** The form of Docker, with and without BuildKit. */
    private static final Pattern COMMAND = Pattern.compile("(?:/bin/sh -c #\\(nop\\)\\s+)?(CMD|ENTRYPOINT)\\s(.*)",
            Pattern.DOTALL);

    /** Builders write a list as JSON, in the form of Go, or as in the Dockerfile. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\",\\[\\]]+");

    private static final int SHOWN = 80;

    /**
     * All command steps, the lowest first.
     *
     * @param masked the same config without its secrets
     */
    static List<CommandStep> of(ImageConfig config, ImageConfig masked) {
        List<CommandStep> steps = new ArrayList<>();
        List<HistoryEntry> history = config.history();
        int layers = 0;
        for (int i = 0; i < history.size(); i++) {
            HistoryEntry entry = history.get(i);
            if (!entry.emptyLayer()) {
                layers++;
                continue;
            }
            Matcher command = matcher(entry);
            if (command.matches()) {
                String keyword = command.group(1);
                boolean kept = !isSet(keyword, history.subList(i + 1, history.size()))
                        && isOf(config.container(), keyword, command.group(2));
                steps.add(new CommandStep(String.valueOf(masked.history().get(i).createdBy()), layers, kept));
            }
        }
        return steps;
    }

    /** The step as a quotation for a sentence. */
    String shown() {
        return "\"" + shortened(this.createdBy) + "\"";
    }

    /** The start of a step, for a sentence. */
    static String shortened(String createdBy) {
        return ErrorText.start(createdBy, SHOWN, UnaryOperator.identity());
    }

    private static boolean isSet(String keyword, List<HistoryEntry> later) {
        return later.stream()
                .filter(HistoryEntry::emptyLayer)
                .map(CommandStep::matcher)
                .anyMatch(command -> command.matches() && command.group(1).equals(keyword));
    }

    /** May also match another command. In the config, the shell precedes a command in shell form. */
    private static boolean isOf(ContainerConfig container, String keyword, String written) {
        List<String> set = "CMD".equals(keyword) ? container.command() : container.entrypoint();
        String wanted = plain(written);
        if (wanted.isEmpty()) {
            return set.isEmpty();
        }
        String text = String.join(" ", set);
        return Stream.of(text, escaped(text)).anyMatch(form -> plain(form).endsWith(wanted));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String plain(String text) {
        return PUNCTUATION.matcher(text).replaceAll("");
    }

    private static Matcher matcher(HistoryEntry entry) {
        String createdBy = entry.createdBy();
        return COMMAND.matcher(createdBy == null ? "" : createdBy);
    }
}

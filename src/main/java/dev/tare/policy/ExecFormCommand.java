package dev.tare.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;

import static java.util.stream.Collectors.joining;

/** Asks that the container starts the program itself and not a shell that starts it. */
final class ExecFormCommand extends Practice {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "busybox", "cmd",
            "cmd.exe", "powershell", "powershell.exe", "pwsh");

    private static final String REMEDY =
            "Write the command in exec form, as a JSON array that begins with the program.";

    ExecFormCommand() {
        super("exec-form-command", "Starts its program itself",
                "Entrypoint and command name a program in exec form, without a shell around it.",
                "A shell in between gets the stop signal instead of the program, so it is killed and not shut down.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        List<String> words = words(inspection.image().config().container());
        if (words.isEmpty()) {
            return fail("Neither an entrypoint nor a command is set.", REMEDY);
        }
        String shown = words.stream().map(word -> '"' + word + '"').collect(joining(", ", "[", "]"));
        return isShell(words.getFirst()) ? warn("The container starts a shell: " + shown + ".", REMEDY)
                : pass("The container starts " + shown + ".");
    }

    private static List<String> words(ContainerConfig config) {
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        return words;
    }

    private static boolean isShell(String program) {
        return SHELLS.contains(program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1));
    }
}

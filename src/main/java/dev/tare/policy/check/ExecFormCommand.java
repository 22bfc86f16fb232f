package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;

import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Checks that the container starts the program directly, and not through a shell. */
final class ExecFormCommand extends Check {

    private static final String REMEDY =
            "Write the command in exec form, as a JSON array that begins with the program.";

    private static final String SCRIPT_REMEDY =
            "Start the program with exec in the last line of the script, or without the script.";

    ExecFormCommand() {
        super("exec-form-command", "Starts without a shell",
                "Entrypoint and command start the program in exec form, and not through a shell or a shell script.",
                "A shell receives the stop signal instead of the program, so the engine kills the program without a "
                        + "clean shutdown.");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        List<String> words = words(inspection.image().config().container());
        if (words.isEmpty()) {
            return fail("The config sets neither an entrypoint nor a command.", REMEDY);
        }
        String shown = words.stream().map(word -> '"' + word + '"').collect(joining(", ", "[", "]"));
        StartedProgram program = StartedProgram.of(inspection.image().config().container());
        boolean script = program.isScript() || isShellScript(program, inspection);
        return !script && !program.isShell() && isHidden(program, inspection)
                ? unknown(HiddenWords.reason("The program in " + shown), REMEDY)
                : judge(program, script, shown);
    }

    private CheckFinding judge(StartedProgram program, boolean script, String shown) {
        if (program.isShellThatExecs()) {
            return warn("The container starts a shell, which then becomes the program (exec). The program receives the "
                    + "stop signal, but the image needs a shell: " + shown + ".", REMEDY);
        }
        if (program.isShell()) {
            return warn("The container starts a shell: " + shown + ".", REMEDY);
        }
        return script
                ? warn("The container starts a script, which must start the program with exec: " + shown + ".",
                        SCRIPT_REMEDY)
                : pass("The container starts " + shown + ".");
    }

    /** Whether the first line of the file names a shell. */
    private static boolean isShellScript(StartedProgram program, Inspection inspection) {
        StartedProgram interpreter = interpreter(program, inspection);
        return interpreter != null && interpreter.isShell();
    }

    /** Whether a hidden word may name a shell or a shell script. */
    private static boolean isHidden(StartedProgram program, Inspection inspection) {
        StartedProgram interpreter = interpreter(program, inspection);
        return program.isHidden() || (interpreter != null && interpreter.isHidden())
                || (!program.words().isEmpty() && new ProgramLookup(inspection).isHidden(program.words().getFirst()));
    }

    private static @Nullable StartedProgram interpreter(StartedProgram program, Inspection inspection) {
        FileEntry file = program.words().isEmpty() ? null
                : new ProgramLookup(inspection).find(program.words().getFirst());
        String interpreter = file == null ? null : inspection.system().interpreterOf(file);
        return interpreter == null ? null : StartedProgram.ofScript(interpreter);
    }

    private static List<String> words(ContainerConfig config) {
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        return words;
    }
}

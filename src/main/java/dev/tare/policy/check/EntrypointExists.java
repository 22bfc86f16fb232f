package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;

/** Checks that the program of entrypoint and command is in the image. */
final class EntrypointExists extends Check {

    private static final String REMEDY =
            "Name a program of the image, by its path or by a name in PATH. Exec form does not "
                    + "expand variables.";

    EntrypointExists() {
        super("entrypoint-exists", "The program exists",
                "Entrypoint and command start an executable file of the image, directly or through a wrapper such as "
                        + "tini.",
                "A container does not start without its program.");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        ContainerConfig config = inspection.image().config().container();
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        if (words.isEmpty()) {
            return notApplicable("The config sets neither an entrypoint nor a command.");
        }
        ProgramLookup lookup = new ProgramLookup(inspection);
        List<String> programs = Stream
                .concat(Stream.of(words.getFirst()), StartedProgram.of(config).words().stream().limit(1))
                .distinct()
                .toList();
        List<String> hidden = programs.stream().filter(lookup::isHidden).toList();
        List<String> missing = programs.stream()
                .filter(program -> lookup.find(program) == null && !hidden.contains(program))
                .toList();
        if (missing.isEmpty() && !hidden.isEmpty()) {
            return unknown(HiddenWords.reason("The path to " + String.join(" and ", hidden)), REMEDY);
        }
        return missing.isEmpty()
                ? pass(programs.stream()
                        .map(program -> described(program, Objects.requireNonNull(lookup.find(program))))
                        .toArray(String[]::new))
                : fail(String.join("; ", missing.stream().map(lookup::problem).toList()) + ".", REMEDY);
    }

    private static String described(String program, FileEntry file) {
        return program + " is /" + file.path() + " in layer " + file.layer() + ".";
    }
}

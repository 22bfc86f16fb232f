package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;

/** Checks that the image has the program that the container starts. */
final class EntrypointExists extends Check {

    private static final String REMEDY = "Name a program that is in the image, by its path or along PATH; exec form "
            + "expands no variables.";

    EntrypointExists() {
        super("entrypoint-exists", "Has the program that it starts",
                "The program that entrypoint and command name, also behind a wrapper such as tini, is an executable "
                        + "file of the image.",
                "A container without it does not start.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        ContainerConfig config = inspection.image().config().container();
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        if (words.isEmpty()) {
            return notApplicable("Neither an entrypoint nor a command is set.");
        }
        if (!inspection.image().config().platform().os().equals("linux")) {
            return notApplicable("Programs are looked up in images for Linux only.");
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
            return unknown(HiddenWords.reason("The way to " + String.join(" and ", hidden)), REMEDY);
        }
        return missing.isEmpty()
                ? pass(programs.stream()
                        .map(program -> described(program, Objects.requireNonNull(lookup.find(program))))
                        .toArray(String[]::new))
                : fail(String.join("; ", missing.stream().map(lookup::problem).toList()) + ".", REMEDY);
    }

    private static String described(String program, FileEntry file) {
        return program + " is /" + file.path() + " of layer " + file.layer() + ".";
    }
}

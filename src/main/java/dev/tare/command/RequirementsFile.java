package dev.tare.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.policy.Baseline;
import dev.tare.policy.Policy;
import dev.tare.policy.file.InvalidPolicyFileException;
import dev.tare.policy.file.PolicyFile;

/**
 * The file of {@code --config}.
 *
 * @param path as given, for messages
 */
record RequirementsFile(Path path, PolicyFile content) {

    /** The beginning of the name of dive's file. */
    private static final String DIVE = ".dive-ci";

    /** @throws CommandException if the file cannot be read, with a message for each problem in it */
    static RequirementsFile read(Path path) {
        String text = new String(PolicyRequest.read(path, 4 * PolicyFile.MAX_LENGTH, "a file of requirements"),
                StandardCharsets.UTF_8);
        try {
            return new RequirementsFile(path, isOfDive(path) ? PolicyFile.parseDive(text) : PolicyFile.parse(text));
        } catch (InvalidPolicyFileException ex) {
            throw new CommandException(ex.problems()
                    .stream()
                    .map(problem -> Problem.with(path + ":" + problem.line() + ":" + problem.column(),
                            problem.message()))
                    .toList(), List.of(ex));
        }
    }

    /** An ending such as {@code .yml} makes editors recognize the file. */
    private static boolean isOfDive(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(DIVE);
    }

    /**
     * The policy of the file and of the options.
     *
     * @throws CommandException if both waive one check
     */
    Policy with(Policy options, Baseline baseline) {
        try {
            return this.content.with(options, baseline, LocalDate.now(ZoneOffset.UTC));
        } catch (InvalidValueException ex) {
            throw new CommandException(MaskedError.message(ex), ex);
        }
    }

    /**
     * A gate that passes because nothing is judged would be wrong.
     *
     * @param baseline whether an image has a baseline
     * @throws CommandException if neither the file nor an option requires anything that can be judged
     */
    void requireSomething(Policy options, boolean baseline) {
        Policy policy = with(options, Baseline.FIRST);
        if (!policy.requiresSomething(baseline)) {
            throw new CommandException(List.of(Problem.with(this.path.toString(), policy.requiresSomething(true)
                    ? "the file limits only growth or new files, and a single image has no baseline, so nothing would "
                            + "be judged. Name a baseline in the file, or use \"tare compare\""
                    : "the file requires nothing, so every image would pass. Add budgets, required checks, fail-on or "
                            + "forbidden contents, or leave out --config")),
                    List.of());
        }
    }
}

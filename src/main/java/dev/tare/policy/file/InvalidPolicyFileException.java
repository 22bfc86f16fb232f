package dev.tare.policy.file;

import java.util.List;
import java.util.stream.Collectors;

/** A file of requirements is invalid. */
public class InvalidPolicyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    InvalidPolicyFileException(List<FileProblem> problems) {
        super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file; never empty. */
    public List<FileProblem> problems() {
        return this.problems;
    }
}

package dev.tare.archive.tar;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** A tar cannot be read: the input is not a tar, it is damaged, or it ends too early. */
public class InvalidTarException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String tar;

    private final String problem;

    private InvalidTarException(String rule, String tar, @Nullable String entry, String problem, String message) {
        super(rule, entry == null ? tar : entry, message, null);
        this.tar = tar;
        this.problem = problem;
    }

    /** The name of the tar itself. {@link #entry()} is the place in it. */
    public String tar() {
        return this.tar;
    }

    /** A clause about the tar, without a full stop. */
    public String problem() {
        return this.problem;
    }

    /** The input is not a tar. */
    public static InvalidTarException notATar(String tar, String problem) {
        return new InvalidTarException("not-a-tar", tar, null, problem,
                "\"" + tar + "\" is not a tar archive: " + problem
                        + ". Expected a tar, plain or compressed with gzip or zstd.");
    }

    static InvalidTarException corrupt(String tar, @Nullable String entry, String problem) {
        return new InvalidTarException("corrupt-tar", tar, entry,
                (entry == null ? "" : "at or after the entry \"" + entry + "\", ") + problem,
                "The tar \"" + tar + "\" is damaged"
                        + (entry == null ? "" : " at or after the entry \"" + entry + "\"") + ": " + problem
                        + ". Save or copy the image again.");
    }

    static InvalidTarException truncated(String tar, @Nullable String entry) {
        return new InvalidTarException("truncated", tar, entry, "it ends too early",
                "The tar \"" + tar + "\" ends too early"
                        + (entry == null ? "" : ", at or after the entry \"" + entry + "\"")
                        + ". It is incomplete: save or copy the image again.");
    }
}

package dev.tare.image;

import org.jspecify.annotations.Nullable;

/** A document that lists known base images does not have the expected form. */
public class InvalidBasesException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /**
     * @param document the name of the file
     * @param problem  the problem, with its place in the document
     */
    public InvalidBasesException(String document, String problem, @Nullable Throwable cause) {
        super("invalid-bases", document, "The file of base images \"" + document + "\" cannot be read: "
                + (problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem)
                + ". Correct it, or write the entry again with \"tare base add\". \"tare schema bases\" prints its form.",
                cause);
    }

    private InvalidBasesException(Throwable cause, String document, String message) {
        super("invalid-bases", document, message, cause);
    }

    /**
     * The file itself cannot be read.
     *
     * @param reason without a full stop
     */
    public static InvalidBasesException unreadable(String document, String reason, Throwable cause) {
        return new InvalidBasesException(cause, document,
                "The file of base images \"" + document + "\" cannot be read: "
                        + reason + ". Check its path and permissions.");
    }
}

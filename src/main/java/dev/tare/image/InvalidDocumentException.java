package dev.tare.image;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** A JSON document of an image (manifest, index, config, layout) does not have the expected form. */
public class InvalidDocumentException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String document;

    private final String problem;

    /**
     * @param document the entry or digest of the document
     * @param problem  the problem, with its JSON path if known
     */
    public InvalidDocumentException(String document, String problem, @Nullable Throwable cause) {
        super("invalid-document", document, message(document, problem), cause);
        this.document = ErrorText.kept(document);
        this.problem = ErrorText.kept(problem);
    }

    /** A value in the document does not have the expected form. */
    InvalidDocumentException(String document, InvalidValueException cause) {
        this(document, String.valueOf(cause.getMessage()), cause);
    }

    /** The problem alone, without a full stop. */
    public String problem() {
        return this.problem;
    }

    @Override
    protected String shortened(UnaryOperator<String> masking) {
        return getCause() instanceof InvalidValueException value ? message(this.document, value.shortened(masking))
                : super.shortened(masking);
    }

    private static String message(String document, String problem) {
        return "The document \"" + document + "\" cannot be read: " + problem
                + ". Save the image again with a current tool.";
    }
}

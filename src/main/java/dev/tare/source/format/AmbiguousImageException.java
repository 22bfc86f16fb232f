package dev.tare.source.format;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.image.InvalidImageException;

/** A source has several images, and none was selected. */
public class AmbiguousImageException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    private final List<String> choices;

    public AmbiguousImageException(String source, List<String> choices) {
        super("ambiguous-image", source, problem(source, choices) + Choices.of(choices) + ".", null);
        this.problem = problem(source, choices);
        this.choices = List.copyOf(choices);
    }

    /** The names to choose from: tags, or digests where there is no tag. */
    public List<String> choices() {
        return this.choices;
    }

    @Override
    protected String shortened(UnaryOperator<String> masking) {
        return this.problem + Choices.shown(this.choices, masking) + ".";
    }

    private static String problem(String source, List<String> choices) {
        return "\"" + source + "\" has " + choices.size() + " images. Choose one of them by its name: ";
    }
}

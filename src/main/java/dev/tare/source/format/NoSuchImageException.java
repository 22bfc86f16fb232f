package dev.tare.source.format;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.image.InvalidImageException;
import dev.tare.image.Platform;

/** The source does not have the selected image or platform. */
public class NoSuchImageException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    private final List<String> choices;

    private NoSuchImageException(String rule, String source, String problem, List<String> choices) {
        super(rule, source, problem + Choices.of(choices) + ".", null);
        this.problem = problem;
        this.choices = List.copyOf(choices);
    }

    static NoSuchImageException named(String source, String name, List<String> choices) {
        return new NoSuchImageException("no-such-image", source, "\"" + source + "\" has no image with the name \""
                + name + "\". Choose one of: ", choices);
    }

    /** The image is not available for a platform. */
    public static NoSuchImageException forPlatform(String source, Platform platform, List<String> choices) {
        return new NoSuchImageException("no-such-platform", source, "The image in \"" + source
                + "\" is not available for " + platform + ". It contains only ", choices);
    }

    /** The names or platforms to choose from; digests where there is no tag. */
    public List<String> choices() {
        return this.choices;
    }

    @Override
    protected String shortened(UnaryOperator<String> masking) {
        return this.problem + Choices.shown(this.choices, masking) + ".";
    }
}

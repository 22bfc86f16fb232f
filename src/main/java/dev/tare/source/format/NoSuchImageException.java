package dev.tare.source.format;

import java.util.List;

import dev.tare.image.InvalidImageException;

/** A source does not hold the image that was chosen. */
public class NoSuchImageException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final List<String> choices;

    NoSuchImageException(String source, String name, List<String> choices) {
        super("no-such-image", source, "\"" + source + "\" holds no image with the name \"" + name
                + "\". Choose one of: " + Choices.shown(choices) + ".", null);
        this.choices = Choices.withoutSecrets(choices);
    }

    /** The names to choose from: tags, or digests where there is no tag. */
    public List<String> choices() {
        return this.choices;
    }
}

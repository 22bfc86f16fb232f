package dev.tare.source.format;

import java.util.List;

import dev.tare.image.InvalidImageException;

/** A source holds several images, and none was chosen. */
public class AmbiguousImageException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final List<String> choices;

    public AmbiguousImageException(String source, List<String> choices) {
        super("ambiguous-image", source, "\"" + source + "\" holds " + choices.size()
                + " images. Choose one of them by its name: " + Choices.shown(choices) + ".", null);
        this.choices = Choices.withoutSecrets(choices);
    }

    /** The names to choose from: tags, or digests where there is no tag. */
    public List<String> choices() {
        return this.choices;
    }
}

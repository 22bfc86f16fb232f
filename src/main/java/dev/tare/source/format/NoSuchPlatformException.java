package dev.tare.source.format;

import java.util.List;

import dev.tare.image.InvalidImageException;
import dev.tare.image.Platform;

/** An image is not there for the platform that was asked for, or that this machine has. */
public class NoSuchPlatformException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final List<String> choices;

    NoSuchPlatformException(String source, Platform platform, List<String> choices) {
        super("no-such-platform", source, "The image in \"" + source + "\" is not there for " + platform
                + ". Choose one of its platforms: " + Choices.shown(choices) + ".", null);
        this.choices = Choices.withoutSecrets(choices);
    }

    /** The platforms to choose from. */
    public List<String> choices() {
        return this.choices;
    }
}

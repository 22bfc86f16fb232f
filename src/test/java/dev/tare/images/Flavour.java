package dev.tare.images;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One of the two images that the build makes of Tare.
 */
enum Flavour {

    SLIM, DISTROLESS;

    /**
     * The docker archive that the build wrote of this image.
     */
    ArchivedImage archive() {
        return new ArchivedImage(Path.of("target/images/tare-%s.tar".formatted(this)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

}

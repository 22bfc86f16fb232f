package dev.tare.images;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One of the two images of Tare.
 */
enum Flavour {

    SLIM, DISTROLESS;

    /**
     * The docker archive of this image in the build folder.
     */
    ArchivedImage archive() {
        return new ArchivedImage(Path.of("target/images/tare-%s.tar".formatted(this)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

}

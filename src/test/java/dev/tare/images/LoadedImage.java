package dev.tare.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import dev.tare.images.Program.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An image of this build in the engine, under a unique reference. The first test that needs it loads it. The end of the
 * tests removes it.
 */
record LoadedImage(Flavour flavour, String reference) {

    private static final Map<Flavour, LoadedImage> LOADED = new EnumMap<>(Flavour.class);

    private static final Logger logger = LoggerFactory.getLogger(LoadedImage.class);

    static synchronized LoadedImage of(Flavour flavour) {
        return LOADED.computeIfAbsent(flavour, LoadedImage::load);
    }

    InspectImageResponse inspect() {
        return Engine.client().inspectImageCmd(this.reference).exec();
    }

    /**
     * The version output of the image's Java.
     */
    Outcome javaVersion() {
        return new Program(this, List.of(entrypoint()[0], "-version")).run();
    }

    /**
     * The command that starts Tare.
     */
    String[] entrypoint() {
        String[] entrypoint = inspect().getConfig().getEntrypoint();
        if (entrypoint == null || entrypoint.length == 0) {
            throw new IllegalStateException("The image %s has no entrypoint".formatted(this.flavour));
        }
        return entrypoint;
    }

    private void remove() {
        try {
            Engine.client().removeImageCmd(this.reference).exec();
        } catch (DockerException ex) {
            logger.warn("The image {} stays in the engine: {}", this.reference, ex.getMessage());
        }
    }

    private static LoadedImage load(Flavour flavour) {
        LoadedImage image = new LoadedImage(flavour, Leftovers.reference(flavour));
        try {
            Path archive = Files.createTempFile("tare-", ".tar");
            try {
                flavour.archive().copyTo(archive, image.reference);
                load(archive);
            } finally {
                Files.delete(archive);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException("Cannot load the image %s into the engine".formatted(flavour), ex);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(image::remove, "remove-" + flavour));
        return image;
    }

    private static void load(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            Engine.client().loadImageAsyncCmd(in).start().awaitMessage();
        }
    }

}

package dev.tare.catalog;

import java.nio.file.Path;
import java.util.List;

import dev.tare.inspection.base.BasesFile;
import dev.tare.inspection.base.KnownBases;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How base images are verified.
 *
 * @param bases      Path of a JSON file with known base images, as "tare base add" writes it. They verify the base images of
 *                   compared images.
 * @param baseLookup Whether Tare reads the base image that an image in a registry names from the registry of the base
 *                   image, to verify it. Only its manifest and config are read.
 */
@ConfigurationProperties("tare")
record KnownBasesProperties(@DefaultValue("") String bases, @DefaultValue("true") boolean baseLookup) {

    /** @throws dev.tare.image.InvalidBasesException if the file cannot be read, or has another form */
    KnownBases read() {
        return this.bases.isBlank() ? KnownBases.NONE : new KnownBases(List.of(), BasesFile.read(Path.of(this.bases)));
    }
}

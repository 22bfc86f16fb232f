package dev.tare.catalog;

import java.io.InputStream;
import java.nio.file.Path;

import dev.tare.archive.Limits;
import dev.tare.source.ImageSelection;
import dev.tare.source.ImageSource;

/** Opens image archives within the configured limits. */
class ImageArchives {

    private final Limits limits;

    ImageArchives(Limits limits) {
        this.limits = limits;
    }

    ImageSource open(Path path) {
        throw new UnsupportedOperationException(path + " within " + this.limits);
    }

    ImageSource stream(String name, InputStream archive, ImageSelection selection) {
        throw new UnsupportedOperationException(name + selection + archive);
    }
}

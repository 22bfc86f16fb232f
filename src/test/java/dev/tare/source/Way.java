package dev.tare.source;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;

import dev.tare.archive.Limits;
import dev.tare.fixture.ArchiveBuilder;

/** The ways in which the same archive can be given. */
enum Way {

    STREAM {
        @Override
        ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits) {
            return ImageSources.stream("given.tar", new ByteArrayInputStream(archive.toTar()), selection, limits);
        }
    },

    FILE {
        @Override
        ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits) {
            return ImageSources.open(archive.writeTar(folder.resolve("given.tar")), selection, limits);
        }
    },

    FOLDER {
        @Override
        ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits) {
            return ImageSources.open(archive.writeFolder(folder.resolve("given.tar")), selection, limits);
        }
    };

    abstract ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits);

    ImageSource open(ArchiveBuilder archive, Path folder) {
        return open(archive, folder, ImageSelection.ONLY, Limits.DEFAULTS);
    }

    ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection) {
        return open(archive, folder, selection, Limits.DEFAULTS);
    }
}

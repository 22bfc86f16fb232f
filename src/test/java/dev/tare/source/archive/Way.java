package dev.tare.source.archive;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.format.ImageSelection;

/** The ways to pass the same archive. */
public enum Way {

    STREAM {
        @Override
        public ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits) {
            return ArchiveSources.stream("given.tar", new ByteArrayInputStream(archive.toTar()), selection, limits);
        }
    },

    FILE {
        @Override
        public ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits) {
            return ArchiveSources.open(archive.writeTar(folder.resolve("given.tar")), selection, limits);
        }
    },

    FOLDER {
        @Override
        public ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits) {
            return ArchiveSources.open(archive.writeFolder(folder.resolve("given.tar")), selection, limits);
        }
    };

    public abstract ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection, Limits limits);

    public ImageSource open(ArchiveBuilder archive, Path folder) {
        return open(archive, folder, ImageSelection.ONLY, Limits.DEFAULTS);
    }

    public ImageSource open(ArchiveBuilder archive, Path folder, ImageSelection selection) {
        return open(archive, folder, selection, Limits.DEFAULTS);
    }
}

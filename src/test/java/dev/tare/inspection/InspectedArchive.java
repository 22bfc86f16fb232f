package dev.tare.inspection;

import java.io.IOException;
import java.nio.file.Path;

import dev.tare.fixture.ChildJvm;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;

/** Inspects an archive in a separate process with a small heap. */
public final class InspectedArchive {

    private InspectedArchive() {}

    /** Prints the number of files, or the message of the error. */
    public static void main(String[] arguments) {
        Limits limits = Limits.DEFAULTS.with("image-entries", Long.parseLong(arguments[1]));
        try {
            Inspection inspection = new Inspector(limits)
                    .inspect(ArchiveSources.open(Path.of(arguments[0]), ImageSelection.ONLY, limits));
            System.out.println(inspection.files().fileCount() + " files");
        } catch (InvalidImageException ex) {
            System.out.println(ex.getMessage());
        }
    }

    /** Returns the output of a process with a heap of {@code megabytes} MB. */
    static String inspect(Path archive, int megabytes, int imageEntries) throws IOException, InterruptedException {
        return ChildJvm.run(InspectedArchive.class, megabytes, archive, imageEntries);
    }
}

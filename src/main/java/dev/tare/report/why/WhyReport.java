package dev.tare.report.why;

import java.time.Instant;

import dev.tare.inspection.base.Origin;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.report.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The reason why an image contains something. The bytes of all owners and those of all layers are the visible bytes.
 *
 * @param image        display name
 * @param name         of the package or library, or the path with a leading slash
 * @param requested    the path of the link that leads to the file, otherwise {@code null}
 * @param visibleBytes its own bytes
 * @param files        number of files with content, hard-linked ones once
 * @param owners       the largest first
 * @param layers       that added these files, the largest first
 * @param osPackage    the package of the operating system that it is, or that lists the file; otherwise {@code null}
 */
public record WhyReport(int schemaVersion, String image, Kind kind, String name, @Nullable String requested,
        long visibleBytes, long files, Listing<Owner> owners, Listing<Layer> layers,
        @Nullable PackageFacts osPackage) {

    /** The version of the JSON form. It changes when a name changes or goes away. */
    public static final int SCHEMA_VERSION = 1;

    /** What the name stands for. */
    public enum Kind {

        FILE, FOLDER,

        /** A package of the operating system. */
        PACKAGE,

        /** A library, runtime, program or other owner. */
        OWNER
    }

    /**
     * An owner in the breakdown of the image.
     *
     * @param title   display name of the chapter
     * @param version of the owner, or {@code null}
     * @param reason  a sentence with the rule that decided for its largest file
     */
    public record Owner(Chapter chapter, String title, String line, String name, @Nullable String version,
            String reason, long visibleBytes, long files) {}

    /**
     * A layer that added files.
     *
     * @param index     0 for the lowest
     * @param created   the time of the step that created it; {@code null} if the history does not state it
     * @param createdBy the step that created it; {@code null} if the history does not state it
     * @param comment   of that step, or {@code null}
     */
    public record Layer(int index, String diffId, Origin origin, @Nullable Instant created,
            @Nullable String createdBy, @Nullable String comment, long visibleBytes) {}

    /**
     * A package of the operating system with the packages that depend on it.
     *
     * @param visibleBytes        of the files that it lists; {@code null} if no package database lists files
     * @param dependents          names of the packages that depend on it; {@code null} if dependencies are unknown
     * @param dependencies        names of the packages that it depends on; {@code null} if they are unknown
     * @param neededByNothingElse packages that only it needs, directly or through others, the largest first;
     *                            {@code null} if dependencies are unknown
     * @param withThemBytes       its visible bytes and those of the packages that only it needs; {@code null} if one of
     *                            them is unknown
     */
    public record PackageFacts(String manager, String name, String version, @Nullable Long visibleBytes,
            @Nullable Listing<String> dependents, @Nullable Listing<String> dependencies,
            @Nullable Listing<Needed> neededByNothingElse, @Nullable Long withThemBytes) {}

    /** A package that only another one needs. */
    public record Needed(String name, String version, @Nullable Long visibleBytes) {}
}

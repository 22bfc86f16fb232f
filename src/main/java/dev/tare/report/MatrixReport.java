package dev.tare.report;

import java.util.List;

import dev.tare.comparison.file.Aspect;
import dev.tare.comparison.version.PackageFacts;
import dev.tare.image.ConfigField;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The images side by side: a row for each item, a column for each image. Rows in which the images differ come first.
 *
 * @param packages of the operating system and of languages, by ecosystem and name
 * @param bundledPackages copies of packages of languages in other packages, and test data
 * @param jars     by library, independent of their paths
 * @param shadedLibraries unpacked into jars, by library; they do not count as jars
 * @param contents counts of files, paths, executables, libraries and of each kind of the surface, if Tare examined it in all images
 * @param files    that differ
 */
public record MatrixReport(Listing<VersionRow> packages, Listing<VersionRow> bundledPackages, Listing<VersionRow> jars,
        Listing<VersionRow> shadedLibraries,
        Listing<VersionRow> javaRuntimes, Listing<ConfigRow> config, List<CountRow> contents,
        List<CheckRow> checks, FileMatrix files) {

    /** The matrix of an image without others. */
    static final MatrixReport NONE = new MatrixReport(Listing.none(), Listing.none(), Listing.none(), Listing.none(),
            Listing.none(), Listing.none(), List.of(), List.of(), new FileMatrix(0, List.of(), Listing.none()));

    public MatrixReport {
        contents = List.copyOf(contents);
        checks = List.copyOf(checks);
    }

    /**
     * A package, library or runtime in each image.
     *
     * @param differs whether any image differs, even if only in content
     * @param images  one for each, in their order
     */
    public record VersionRow(String ecosystem, String name, boolean differs, List<VersionCell> images) {}

    /**
     * A package, library or runtime in one image.
     *
     * @param present  whether the image has it
     * @param versions empty if the image does not have it, or if the version is unknown
     * @param extents  of Java runtimes, for display: number of modules and kind; empty for anything else
     * @param content  a letter for the content; {@code null} if the image does not have it, or if versions and extents
     *                 already differ
     * @param facts    other facts about the package
     */
    public record VersionCell(boolean present, List<String> versions, List<String> extents,
            @Nullable String content, PackageFacts facts) {}

    /**
     * A field of the config in each image.
     *
     * @param title   display name of the field, in lower case
     * @param key     as in {@link DifferenceReport.ConfigChange}
     * @param differs whether any image differs, hidden values included
     * @param images  one for each, in their order
     */
    public record ConfigRow(ConfigField field, String title, @Nullable String key, boolean differs,
            List<ConfigCell> images) {}

    /**
     * A field of the config in one image.
     *
     * @param value             {@code null} if it is not set; {@code (hidden)} if it looks secret
     * @param hiddenPartDiffers whether only a part that is not shown differs from the first image
     */
    public record ConfigCell(@Nullable String value, boolean hiddenPartDiffers) {}

    /**
     * The count of items of a kind in each image.
     *
     * @param title   display name of the kind, in lower case and plural
     * @param differs whether the counts differ
     * @param counts  one for each image, in their order
     */
    public record CountRow(String title, boolean differs, List<Long> counts) {}

    /**
     * A check and its verdict on each image.
     *
     * @param differs  whether the verdicts differ
     * @param verdicts one for each image, in their order
     */
    public record CheckRow(String id, String title, boolean differs, List<Verdict> verdicts) {}

    /**
     * The differing files of the images side by side.
     *
     * @param samePaths number of paths that are the same in all images
     * @param images    one for each, in their order: its tally of the differing paths
     * @param differing the paths that differ, the largest first
     */
    public record FileMatrix(long samePaths, List<PathCount> images, Listing<PathRow> differing) {

        public FileMatrix {
            images = List.copyOf(images);
        }
    }

    /** Number of paths (files, folders and links) and bytes of their files; hard-linked content counts once. */
    public record PathCount(long paths, long visibleBytes) {}

    /**
     * A path that differs.
     *
     * @param path    without a leading slash
     * @param aspects that differ among the images that have it; empty if only some images have it
     * @param images  one for each, in their order
     */
    public record PathRow(String path, List<Aspect> aspects, List<PathCell> images) {

        public PathRow {
            aspects = List.copyOf(aspects);
            images = List.copyOf(images);
        }
    }

    /**
     * A path in one image.
     *
     * @param state   {@code null} if the image does not have it
     * @param content a letter for type, content and target; {@code null} if the image does not have the path, or if all
     *                images with the path are equal in these
     */
    public record PathCell(FilesReport.@Nullable State state, @Nullable String content) {}
}

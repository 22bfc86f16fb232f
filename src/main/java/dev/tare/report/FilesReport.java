package dev.tare.report;

import java.util.List;

import dev.tare.archive.tar.EntryType;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.Aspect;
import dev.tare.comparison.version.JarSimilarity;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the files of two images. All count, and the largest are listed.
 *
 * @param moved    files whose content has another path; they count neither as added nor as removed
 * @param heaviest the paths and folders that explain most of the growth, the largest first
 */
public record FilesReport(Tally added, Tally removed, Tally modified, Tally moved, Tally unmodified,
        Listing<PathChange> largestAdded, Listing<PathChange> largestRemoved, Listing<PathChange> largestModified,
        Listing<MovedFile> largestMoved, List<PathGrowth> heaviest) {

    public FilesReport {
        heaviest = List.copyOf(heaviest);
    }

    /**
     * Number of paths and bytes of their files; hard-linked content counts once.
     *
     * @param paths     files, folders and links
     * @param fromBytes visible bytes of these paths in the reference
     * @param toBytes   visible bytes of these paths in the other image
     */
    public record Tally(long paths, long fromBytes, long toBytes) {

        static Tally from(dev.tare.comparison.file.FileDifference.Tally tally) {
            return new Tally(tally.paths(), tally.fromBytes(), tally.toBytes());
        }
    }

    /**
     * A path that differs.
     *
     * @param path    without a leading slash
     * @param aspects that differ; empty if it was added or removed. A modified time alone is no change.
     * @param from    {@code null} if added
     * @param to      {@code null} if removed
     * @param jar     the equal parts of two different jars at this path; {@code null} if no part is equal, or for
     *                other files
     */
    public record PathChange(String path, Change change, List<Aspect> aspects, @Nullable State from,
            @Nullable State to, @Nullable JarSimilarity jar) {}

    /**
     * The growth of a path or folder. Each byte counts once.
     *
     * @param path               without a leading slash, and with a slash at the end of a folder
     * @param visibleGrowthBytes negative if it shrank
     * @param paths              number of paths with added, removed or changed bytes
     * @param others             whether further paths in the folder are listed on their own and do not count here
     */
    public record PathGrowth(String path, long visibleGrowthBytes, long paths, boolean others) {

        static PathGrowth from(dev.tare.comparison.file.PathGrowth growth) {
            return new PathGrowth(growth.path(), growth.bytes(), growth.paths(), growth.others());
        }
    }

    /**
     * A file whose content the other image has at another path.
     *
     * @param fromPath without a leading slash
     * @param toPath   without a leading slash
     * @param aspects  that differ besides the path, such as its mode; usually empty
     */
    public record MovedFile(String fromPath, String toPath, List<Aspect> aspects, State from, State to) {}

    /**
     * A path in one image.
     *
     * @param sizeBytes     of the content
     * @param mode          in octal with four digits, such as {@code 0755}
     * @param linkTarget    of a symbolic link, otherwise {@code null}
     * @param hardLinkTo    the name that counts the bytes, for a further name of a hard-linked file, otherwise {@code null}
     * @param contentDigest of a file, otherwise {@code null}
     * @param layer         index of the layer that added it
     * @param capabilities  that a file gives to its process, such as {@code cap_net_raw=ep}, otherwise {@code null}
     * @param otherXattrs   names of its other extended attributes
     * @param device        major and minor number of a device, such as {@code 1:3}, otherwise {@code null}
     */
    public record State(EntryType type, long sizeBytes, String mode, long uid, long gid, @Nullable String linkTarget,
            @Nullable String hardLinkTo, @Nullable String contentDigest, int layer, @Nullable String capabilities,
            List<String> otherXattrs,
            @Nullable String device) {

        static State from(FileEntry entry) {
            return new State(entry.type(), entry.size(), "%04o".formatted(entry.mode()), entry.uid(), entry.gid(),
                    entry.linkTarget(), entry.sameFileAs(), text(entry.content()), entry.layer(),
                    text(entry.extended().capabilities()),
                    entry.extended().others(), text(entry.device()));
        }

        /** User and group, such as {@code 0:0}. */
        public String owner() {
            return this.uid + ":" + this.gid;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}

package dev.tare.report;

import java.util.List;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * A path as one image has it.
 *
 * @param sizeBytes     of the content
 * @param mode          in octal with four digits, such as {@code 0755}
 * @param linkTarget    of a symbolic link, otherwise {@code null}
 * @param contentDigest of a file, otherwise {@code null}
 * @param layer         index of the layer that brought it
 * @param capabilities  that a file gives whoever starts it, such as {@code cap_net_raw=ep}, otherwise {@code null}
 * @param otherXattrs   names of its other extended attributes
 * @param device        major and minor number of a device, such as {@code 1:3}, otherwise {@code null}
 */
public record FileStateReport(EntryType type, long sizeBytes, String mode, long uid, long gid,
        @Nullable String linkTarget, @Nullable String contentDigest, int layer, @Nullable String capabilities,
        List<String> otherXattrs, @Nullable String device) {

    static FileStateReport from(FileEntry entry) {
        return new FileStateReport(entry.type(), entry.size(), "%04o".formatted(entry.mode()), entry.uid(),
                entry.gid(), entry.linkTarget(), text(entry.content()), entry.layer(),
                text(entry.extended().capabilities()), entry.extended().others(), text(entry.device()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** User and group, such as {@code 0:0}. */
    String owner() {
        return this.uid + ":" + this.gid;
    }
}

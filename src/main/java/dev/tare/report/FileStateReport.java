package dev.tare.report;

import dev.tare.archive.EntryType;
import org.jspecify.annotations.Nullable;

/**
 * A path as one image has it.
 *
 * @param sizeBytes     of the content
 * @param mode          in octal with four digits, such as {@code 0755}
 * @param linkTarget    of a symbolic link, otherwise {@code null}
 * @param contentDigest of a file, otherwise {@code null}
 * @param layer         index of the layer that brought it
 */
public record FileStateReport(EntryType type, long sizeBytes, String mode, long uid, long gid,
        @Nullable String linkTarget, @Nullable String contentDigest, int layer) {}

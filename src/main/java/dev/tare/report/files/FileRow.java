package dev.tare.report.files;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * One path of the merged tree in a list of files, with the columns in order. The sizes of all rows add up to the visible
 * size: as in the output of {@code tar}, a further name of a hard-linked file is a link without a size.
 *
 * @param path   without a leading slash
 * @param type   such as {@code file}, {@code symbolic-link} or {@code hard-link}
 * @param size   of the content in bytes; 0 for everything but files, and for hard links
 * @param mode   in octal with four digits, such as {@code 0755}
 * @param target of a symbolic link, or the path of the file of a hard link
 * @param sha256 of a file's content, in hexadecimal
 * @param layer  index of the layer that added it, 0 for the lowest
 */
record FileRow(String path, String type, long size, String mode, long uid, long gid, @Nullable String target,
        @Nullable String sha256, int layer) {

    /** A backslash that looks like the beginning of an escape of {@link VisibleText}. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("\\\\(?=[nrtu])");

    /** The evidence of files from a table of contents. */
    static final String LISTED = "listed by the image, not verified";

    static FileRow of(FileEntry entry) {
        String file = entry.sameFileAs();
        EntryType type = file == null ? entry.type() : EntryType.HARD_LINK;
        return new FileRow(Redaction.tokens(entry.path()), type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                file == null ? entry.size() : 0, octal(entry.mode()), entry.uid(), entry.gid(),
                masked(file == null ? entry.linkTarget() : file),
                entry.content() == null ? null : entry.content().hex(), entry.layer());
    }

    /** A name on one line, with every character visible. Different names have different forms. */
    static String onOneLine(String name) {
        return VisibleText.of(name.indexOf('\\') < 0 ? name : LIKE_ESCAPED.matcher(name).replaceAll("\\\\x5C"));
    }

    private static @Nullable String masked(@Nullable String name) {
        return name == null ? null : Redaction.tokens(name);
    }

    private static String octal(int mode) {
        String digits = Integer.toOctalString(mode);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /**
     * The same row with its package.
     *
     * @param owner name of the operating system package of the path, or {@code null}
     */
    record Owned(@JsonUnwrapped FileRow row, @JsonProperty("package") @Nullable String owner) {

        Owned {
            owner = masked(owner);
        }
    }

    /**
     * The same row from a table of contents.
     *
     * @param evidence {@link FileRow#LISTED}
     */
    record Listed(@JsonUnwrapped FileRow row, String evidence) {}
}

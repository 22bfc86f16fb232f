package dev.tare.report.files;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tare.filetree.FileEntry;
import dev.tare.report.document.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * One path of the merged tree as lists of files have it, in the order of their columns.
 *
 * @param path   without a leading slash
 * @param type   such as {@code file} or {@code symbolic-link}
 * @param size   of the content in bytes; 0 for everything but files
 * @param mode   in octal with four digits, such as {@code 0755}
 * @param target of a symbolic link
 * @param sha256 of a file's content, in hexadecimal
 * @param layer  index of the layer that brought it, 0 for the lowest
 */
record FileRow(String path, String type, long size, String mode, long uid, long gid, @Nullable String target,
        @Nullable String sha256, int layer) {

    /** A backslash that reads like the beginning of what {@link VisibleText} writes. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("\\\\(?=[nrtu])");

    static FileRow of(FileEntry entry) {
        return new FileRow(entry.path(), entry.type().name().toLowerCase(Locale.ROOT).replace('_', '-'), entry.size(),
                octal(entry.mode()), entry.uid(), entry.gid(), entry.linkTarget(),
                entry.content() == null ? null : entry.content().hex(), entry.layer());
    }

    /** A name on one line, all of it visible and different from every other name's form. */
    static String onOneLine(String name) {
        return VisibleText.of(name.indexOf('\\') < 0 ? name : LIKE_ESCAPED.matcher(name).replaceAll("\\\\x5C"));
    }

    private static String octal(int mode) {
        String digits = Integer.toOctalString(mode);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /**
     * The same with its package.
     *
     * @param owner name of the package of the operating system that brought the path, or {@code null} if none did
     */
    record Owned(@JsonUnwrapped FileRow row, @JsonProperty("package") @Nullable String owner) {}
}

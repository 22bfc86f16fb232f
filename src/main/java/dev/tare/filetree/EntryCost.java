package dev.tare.filetree;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The memory that parts of a file tree take, in ordinary entries: the unit of the limit {@code image-entries}. An
 * ordinary entry has a path of up to 127 characters.
 */
public final class EntryCost {

    private static final int CHARACTERS_PER_ENTRY = 128;

    /** The cost of each name of an extended attribute besides its characters, in characters. */
    private static final int CHARACTERS_PER_XATTR = 64;

    private EntryCost() {}

    /** The cost of a tar entry. */
    public static long of(TarEntry entry) {
        return ofEntry(entry.path().length() + lengthOf(entry.linkTarget()));
    }

    /** The cost of a folder that no tar entry names. */
    public static long ofFolder(String path) {
        return ofEntry(path.length());
    }

    /** The cost of a string beside an entry. Most strings are short, and cost nothing. */
    public static long ofText(String text) {
        return text.length() / CHARACTERS_PER_ENTRY;
    }

    /** The cost of a finding. */
    public static long of(Finding finding) {
        return finding.length() / CHARACTERS_PER_ENTRY;
    }

    /** The cost of attributes, which all files with equal ones share. */
    public static long of(Attributes attributes) {
        long xattrs =
                attributes.extended().others().stream().mapToLong(name -> CHARACTERS_PER_XATTR + name.length()).sum();
        return Math.ceilDiv(xattrs, CHARACTERS_PER_ENTRY);
    }

    private static long ofEntry(int characters) {
        return 1L + characters / CHARACTERS_PER_ENTRY;
    }

    private static int lengthOf(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}

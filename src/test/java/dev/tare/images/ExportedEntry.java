package dev.tare.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.regex.Pattern;

import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * One path of a container's file tree, with the facts that both an export and an inspection contain.
 */
record ExportedEntry(EntryType type, long size, String mode, long uid, long gid, @Nullable String linkTarget,
        @Nullable Digest content, @Nullable DeviceNumber device, boolean hasCapabilities) {

    private static final int PERMISSIONS = 07777;

    private static final String CAPABILITIES = "SCHILY.xattr.security.capability";

    private static final Pattern NO_UTF8 = Pattern.compile("\\\\x[89A-F][0-9A-F]");

    /**
     * The path as the reader of an export decodes it. Bytes that are not UTF-8 are not distinguished.
     */
    static String pathOf(FileEntry entry) {
        return asExported(entry.path());
    }

    private static String asExported(String name) {
        return NO_UTF8.matcher(name).replaceAll("\ufffd");
    }

    static ExportedEntry of(FileEntry entry) {
        return new ExportedEntry(entry.type(), entry.size(), mode(entry.mode()), entry.uid(), entry.gid(),
                entry.linkTarget() == null ? null : asExported(entry.linkTarget()), entry.content(), entry.device(),
                entry.hasCapabilities());
    }

    /**
     * Reads an entry of an export. A hard link refers to an earlier file of the export.
     */
    static ExportedEntry read(TarArchiveEntry entry, InputStream content, Map<String, ExportedEntry> before)
            throws IOException {
        if (entry.isLink()) {
            ExportedEntry target = before.get(entry.getLinkName());
            if (target == null) {
                throw new IllegalStateException(entry.getName() + " links to a path that is not in the export");
            }
            return target;
        }
        EntryType type = type(entry);
        return new ExportedEntry(type, type == EntryType.FILE ? entry.getSize() : 0, mode(entry.getMode()),
                entry.getLongUserId(), entry.getLongGroupId(), entry.isSymbolicLink() ? entry.getLinkName() : null,
                type == EntryType.FILE ? digest(content) : null, device(entry),
                entry.getExtraPaxHeaders().containsKey(CAPABILITIES));
    }

    private static @Nullable DeviceNumber device(TarArchiveEntry entry) {
        return entry.isCharacterDevice() || entry.isBlockDevice()
                ? new DeviceNumber(entry.getDevMajor(), entry.getDevMinor())
                : null;
    }

    private static EntryType type(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return EntryType.DIRECTORY;
        }
        if (entry.isSymbolicLink()) {
            return EntryType.SYMBOLIC_LINK;
        }
        if (entry.isCharacterDevice()) {
            return EntryType.CHARACTER_DEVICE;
        }
        if (entry.isBlockDevice()) {
            return EntryType.BLOCK_DEVICE;
        }
        return entry.isFIFO() ? EntryType.FIFO : EntryType.FILE;
    }

    private static Digest digest(InputStream content) throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        new DigestInputStream(content, sha256).transferTo(OutputStream.nullOutputStream());
        return Digest.ofSha256(sha256.digest());
    }

    private static String mode(int mode) {
        return "%04o".formatted(mode & PERMISSIONS);
    }

}

package dev.tare.filetree;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A file with one or several hard-linked names, or the attributes in the entry of a hard link. An image may have
 * millions, so an inode is small.
 *
 * @param seconds  of the modified time since 1970
 * @param nanos    nanoseconds in that second
 * @param content  digest of a file's content; {@code null} for everything but files
 * @param target   of a symbolic or hard link
 */
public record Inode(Attributes attributes, long size, long seconds, int nanos, @Nullable Digest content,
        @Nullable String target) {

    /** The approximate heap size in bytes, with a digest. */
    static final long HEAP_SIZE = 96;

    public static Inode of(TarEntry entry, Attributes attributes, @Nullable Digest content) {
        Instant modified = entry.modified();
        return new Inode(attributes, entry.size(), modified.getEpochSecond(), modified.getNano(), content,
                entry.linkTarget());
    }

    static Inode from(FileEntry entry) {
        Attributes attributes = new Attributes(entry.type(), entry.mode(), entry.uid(), entry.gid(), entry.extended(),
                entry.device());
        Instant modified = entry.modified();
        return new Inode(attributes, entry.size(), modified.getEpochSecond(), modified.getNano(), entry.content(),
                entry.linkTarget());
    }

    public EntryType type() {
        return this.attributes.type();
    }

    public boolean isDirectory() {
        return type() == EntryType.DIRECTORY;
    }

    @Nullable
    public String symbolicLinkTarget() {
        return type() == EntryType.SYMBOLIC_LINK ? this.target : null;
    }

    /** Whether at most the times differ. */
    boolean isLike(Inode other) {
        return this.size == other.size && this.attributes.equals(other.attributes)
                && Objects.equals(this.content, other.content) && Objects.equals(this.target, other.target);
    }

    /** Engines give all names the owner, mode and time of the last entry in the tar for any of them. */
    public Inode stated(Inode by) {
        return new Inode(this.attributes.stated(by.attributes), this.size, by.seconds, by.nanos, this.content,
                this.target);
    }

    /** A copy with other names of extended attributes. */
    public Inode withXattrs(Collection<String> names) {
        Attributes all = new Attributes(this.attributes.type(), this.attributes.mode(), this.attributes.uid(),
                this.attributes.gid(), this.attributes.extended().withOthers(names), this.attributes.device());
        return new Inode(all, this.size, this.seconds, this.nanos, this.content, this.target);
    }

    /** A copy with another target of its link. */
    public Inode withTarget(String target) {
        return new Inode(this.attributes, this.size, this.seconds, this.nanos, this.content, target);
    }

    FileEntry toEntry(String path, @Nullable String sameFileAs, int layer) {
        return new FileEntry(path, type(), this.size, this.attributes.mode(), this.attributes.uid(),
                this.attributes.gid(), Instant.ofEpochSecond(this.seconds, this.nanos), this.target, this.content,
                sameFileAs, layer, this.attributes.extended(), this.attributes.device());
    }
}

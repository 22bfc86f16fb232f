package dev.tare.inspection;

import java.util.List;
import java.util.Objects;

import dev.tare.archive.EntryType;
import dev.tare.archive.TarEntry;
import dev.tare.secret.SecretMatch;
import org.jspecify.annotations.Nullable;

/** What one name of the tree, or several hard-linked ones, stand for. */
final class Inode {

    private static final int LINK_MODE = 0777;

    private final ScannedEntry origin;

    private final int layer;

    /** Engines give all names the owner, mode and time that the tar's last entry of any of them states. */
    private ScannedEntry attributes;

    private ExtendedAttributes extended;

    private int names;

    private @Nullable String firstName;

    Inode(ScannedEntry origin, int layer) {
        this.origin = origin;
        this.layer = layer;
        this.attributes = origin;
        this.extended = origin.extended();
    }

    boolean isDirectory() {
        return type() == EntryType.DIRECTORY;
    }

    long size() {
        return this.origin.entry().size();
    }

    @Nullable
    String symbolicLinkTarget() {
        return type() == EntryType.SYMBOLIC_LINK ? this.origin.entry().linkTarget() : null;
    }

    void addName() {
        this.names++;
    }

    /** Takes a name away; the last one takes the content with it. */
    boolean removeName() {
        return --this.names == 0;
    }

    void changeAttributes(ScannedEntry stated) {
        this.extended = stated.extended().over(this.extended);
        this.attributes = stated;
    }

    /** @param next what has its name now, or {@code null} if nothing has */
    WastedFile wasted(int hiddenBy, @Nullable Inode next) {
        boolean again = next != null && Objects.equals(this.origin.content(), next.origin.content());
        return new WastedFile(this.origin.entry().path(), size(), this.layer, hiddenBy, again);
    }

    /** Those in the content, which is at this path unless a layer hides it. */
    List<Secret> secrets(String path, @Nullable Integer hiddenBy) {
        List<SecretMatch> matches = this.origin.secrets().matches();
        return matches.isEmpty() ? List.of()
                : matches
                        .stream()
                        .map(match -> new Secret(match.kind(), match.certainty(),
                                new SecretPlace.File(path, match.line(), this.layer, hiddenBy)))
                        .toList();
    }

    List<Secret> hiddenSecrets(int hiddenBy) {
        return secrets(this.origin.entry().path(), hiddenBy);
    }

    @Nullable
    Finding finding() {
        return this.origin.finding();
    }

    /** The entry at one of the names; they are to be asked for in the order of their paths. */
    FileEntry toEntry(String path, int layer) {
        TarEntry stated = this.attributes.entry();
        return new FileEntry(path, type(), size(), mode(), stated.uid(), stated.gid(), stated.modified(),
                symbolicLinkTarget(), this.origin.content(), otherName(path), layer, this.extended,
                this.origin.entry().device());
    }

    private @Nullable String otherName(String path) {
        if (this.firstName == null) {
            this.firstName = path;
            return null;
        }
        return type() == EntryType.FILE ? this.firstName : null;
    }

    private int mode() {
        return type() == EntryType.SYMBOLIC_LINK ? LINK_MODE : this.attributes.entry().mode();
    }

    private EntryType type() {
        return this.origin.entry().type();
    }
}

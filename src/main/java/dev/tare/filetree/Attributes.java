package dev.tare.filetree;

import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.EntryType;
import org.jspecify.annotations.Nullable;

/** Attributes that many files of an image share, so that they are kept once. */
public record Attributes(EntryType type, int mode, long uid, long gid, ExtendedAttributes extended,
        @Nullable DeviceNumber device) {

    /** No system honours another mode, and builders write different ones. */
    private static final int LINK_MODE = 0777;

    /** An owner has 32 bits. */
    private static final long OWNER = 0xffff_ffffL;

    private static final long ROOT = 0;

    public Attributes {
        uid = owner(uid);
        gid = owner(gid);
        mode = type == EntryType.SYMBOLIC_LINK ? LINK_MODE : mode;
    }

    /**
     * What a file has after an entry of another of its names stated these. Its new owner, which every entry states,
     * takes the capabilities away; the names of other extended attributes are gathered when layers are merged.
     */
    Attributes stated(Attributes by) {
        return new Attributes(this.type, by.mode, by.uid, by.gid, by.extended, this.device);
    }

    /**
     * What becomes of a number in a tar that an engine hands to {@code lchown}: its lowest 32 bits, all of which set
     * leave the owner as it is.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/chown.2.html">chown(2)</a>
     */
    private static long owner(long number) {
        return (number & OWNER) == OWNER ? ROOT : number & OWNER;
    }
}

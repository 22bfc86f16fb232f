package dev.tare.filetree;

import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.EntryType;
import org.jspecify.annotations.Nullable;

/** Attributes of files. Files with equal attributes share one record. */
public record Attributes(EntryType type, int mode, long uid, long gid, ExtendedAttributes extended,
        @Nullable DeviceNumber device) {

    /** No system honors another mode of a link, and builders write different ones. */
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
     * The attributes of a file after a hard link to it states other ones. A hard link states the owner, and setting the
     * owner removes capabilities. {@code filetree.merge} collects the names of other extended attributes.
     */
    Attributes stated(Attributes by) {
        return new Attributes(this.type, by.mode, by.uid, by.gid, by.extended, this.device);
    }

    /**
     * Engines pass the lowest 32 bits of an owner to {@code lchown}. If all of them are set, the owner stays root.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/chown.2.html">chown(2)</a>
     */
    private static long owner(long number) {
        return (number & OWNER) == OWNER ? ROOT : number & OWNER;
    }
}

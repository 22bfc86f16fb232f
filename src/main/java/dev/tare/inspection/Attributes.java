package dev.tare.inspection;

import dev.tare.archive.DeviceNumber;
import dev.tare.archive.EntryType;
import org.jspecify.annotations.Nullable;

/** What many files of an image have in common, so that it is kept once for all of them. */
record Attributes(EntryType type, int mode, long uid, long gid, ExtendedAttributes extended,
        @Nullable DeviceNumber device) {

    /** No system honours another one, and the builders disagree on what to write. */
    private static final int LINK_MODE = 0777;

    Attributes {
        mode = type == EntryType.SYMBOLIC_LINK ? LINK_MODE : mode;
    }

    /** What a file has after an entry of another of its names stated these. */
    Attributes stated(Attributes by) {
        return new Attributes(this.type, by.mode, by.uid, by.gid, by.extended.over(this.extended), this.device);
    }
}

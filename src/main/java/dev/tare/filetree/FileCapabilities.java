package dev.tare.filetree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * Rights of a program beyond those of its user: the extended attribute {@code security.capability}. Bit
 * <i>n</i> of a set is the capability with the number <i>n</i>.
 *
 * @param permitted   those that the program gets
 * @param inheritable those that it keeps if whoever starts it hands them on
 * @param effective   whether it has them at once, rather than when it asks for them
 * @param rootId      the user who is root in the user namespace that alone honours them, or {@code null} if every
 *                    namespace does
 * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7), file capabilities</a>
 */
public record FileCapabilities(long permitted, long inheritable, boolean effective, @Nullable Long rootId) {

    /** The attribute that holds them. */
    static final String XATTR = "security.capability";

    private static final int EFFECTIVE = 1;

    private static final int REVISION_1 = 0x01000000;

    private static final int REVISION_2 = 0x02000000;

    private static final int REVISION_3 = 0x03000000;

    /** The capabilities as {@code getcap -n} prints them, such as {@code cap_net_bind_service=ep}. */
    @Override
    public String toString() {
        String text = CapabilityText.of(this.permitted, this.inheritable, this.effective);
        return this.rootId == null ? text : text + " [rootid=" + this.rootId + "]";
    }

    /**
     * Reads {@code struct vfs_cap_data} of the revisions 1, 2 and 3: the revision with the effective flag, a permitted
     * and an inheritable word (of revision 1) or two of each in turn, and from revision 3 on the root's user, all in
     * little-endian.
     *
     * @return {@code null} if it has another form
     * @see <a href="https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/capability.h">linux/capability.h</a>
     */
    static @Nullable FileCapabilities parse(byte[] xattr) {
        ByteBuffer words = ByteBuffer.wrap(xattr).order(ByteOrder.LITTLE_ENDIAN);
        int magic = xattr.length < Integer.BYTES ? 0 : words.getInt(0);
        boolean effective = (magic & EFFECTIVE) != 0;
        int size = switch (magic & ~EFFECTIVE) {
            case REVISION_1 -> 12;
            case REVISION_2 -> 20;
            case REVISION_3 -> 24;
            default -> 0;
        };
        return size == 0 || size != xattr.length ? null
                : new FileCapabilities(set(words, 4), set(words, 8), effective, size == 24 ? word(words, 20) : null);
    }

    /** The set whose low word is at an offset; the high one, if there is one, comes two words later. */
    private static long set(ByteBuffer words, int low) {
        int high = low + 2 * Integer.BYTES;
        return word(words, low) | (words.capacity() < 20 ? 0 : word(words, high) << Integer.SIZE);
    }

    private static long word(ByteBuffer words, int offset) {
        return Integer.toUnsignedLong(words.getInt(offset));
    }
}
